import type { Encoded } from './model/value.ts'
import type { Observation, Outcome } from './model/outcome.ts'
import { formOf, isObject } from './language/form.ts'

/** How steps ended → number of steps: `ok`, `status 404`, `TypeError`, `timed-out`. */
export type EndingCounts = Record<string, number>

/** Counts how the steps of every draw ended, whatever was promised: a run in which nearly all end alike is hollow. */
export function countEndings(): {
  counts: EndingCounts
  add: (observed: readonly { readonly observation: Observation }[]) => void
} {
  const counts: EndingCounts = {}
  const add = (outcome: Outcome): void => {
    const ending = endingOf(outcome)
    counts[ending] = (counts[ending] ?? 0) + 1
  }
  return {
    counts,
    add(observed) {
      for (const { observation } of observed)
        for (const outcome of observation.parts ?? [observation.outcome]) add(outcome)
    },
  }
}

function endingOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'resolved':
    case 'returned':
      return failedStatus(inside(outcome.value)) ?? 'ok'
    case 'rejected':
    case 'threw': {
      const error = inside(outcome.error)
      return failedStatus(error) ?? failedStatus(inside(error?.['response'])) ?? classIn(error)
    }
    case 'timed-out':
    case 'crashed':
      return outcome.kind
  }
}

/** What an error, a response or an object says of itself. */
function inside(value: Encoded | undefined): Readonly<Record<string, Encoded>> | undefined {
  const form = isObject(value) ? formOf(value) : undefined
  const described = form === undefined ? value : form.value
  if (!isObject(described)) return undefined
  return form?.word === 'instance' && isObject(described['own']) ? described['own'] : described
}

function failedStatus(described: Readonly<Record<string, Encoded>> | undefined): string | undefined {
  const status = described?.['status']
  return typeof status === 'number' && status >= 400 ? `status ${status}` : undefined
}

function classIn(error: Readonly<Record<string, Encoded>> | undefined): string {
  const names = error?.['class']
  return Array.isArray(names) ? String(names[0] ?? 'something thrown') : 'something thrown'
}
