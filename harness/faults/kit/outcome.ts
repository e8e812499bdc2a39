import type { Encoded, EncodedObject } from '../../model/value.ts'
import type { Observation, Outcome } from '../../model/outcome.ts'
import { formValue, isObject } from '../../language/form.ts'

/** Changes every outcome of a step; those of steps started together as well. */
export function mapOutcome(observation: Observation, map: (outcome: Outcome) => Outcome): Observation {
  return {
    ...observation,
    outcome: map(observation.outcome),
    ...(observation.parts && { parts: observation.parts.map(map) }),
  }
}

/** Changes what a call resolves to, where it is an axios-like response. */
export function mapAxios(observation: Observation, map: (response: EncodedObject) => Encoded): Observation {
  return mapOutcome(observation, (outcome) =>
    outcome.kind === 'resolved' && isAxiosLike(outcome.value)
      ? { kind: 'resolved', value: map(outcome.value) }
      : outcome,
  )
}

/** Changes the native Response that a call resolves to. */
export function mapResponse(observation: Observation, map: (response: EncodedObject) => Encoded): Observation {
  return mapOutcome(observation, (outcome) => {
    const response = outcome.kind === 'resolved' ? formValue(outcome.value, 'response') : undefined
    return isObject(response) ? { kind: 'resolved', value: map(response) } : outcome
  })
}

/** The described error of a rejection. */
export function rejectionOf(outcome: Outcome): EncodedObject | undefined {
  const error = outcome.kind === 'rejected' ? formValue(outcome.error, 'error') : undefined
  return isObject(error) ? error : undefined
}

/** Changes the error a call rejects with. */
export function mapError(observation: Observation, map: (error: EncodedObject) => EncodedObject): Observation {
  return mapOutcome(observation, (outcome) => {
    const error = rejectionOf(outcome)
    return error === undefined ? outcome : { kind: 'rejected', error: { $error: map(error) } }
  })
}

export function rejected(name: string, message: string): Outcome {
  return { kind: 'rejected', error: { $error: { class: [name, 'Error'], name, message } } }
}

export function threw(message: string): Outcome {
  return { kind: 'threw', error: { $error: { class: ['TypeError', 'Error'], name: 'TypeError', message } } }
}

function isAxiosLike(value: Encoded): value is EncodedObject {
  return isObject(value) && 'data' in value && 'status' in value
}
