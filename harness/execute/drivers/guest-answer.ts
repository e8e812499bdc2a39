import type { Encoded } from '../../model/value.ts'
import type { Outcome } from '../../model/outcome.ts'
import { objectFrom } from '../../language/own.ts'

/** What came back from a function that was to perform a step. */
export interface GuestAnswer {
  /** Undefined: no answer came. */
  readonly status: number | undefined
  /** What its body says, parsed where it is JSON. */
  readonly data: unknown
}

/**
 * The outcome that a function tells of the step it performed. Whatever else it answers is told as what it is: an error
 * that nobody's client threw.
 */
export function outcomeOfGuest({ status, data }: GuestAnswer, name: string): Outcome {
  const told = status === 200 && isRecord(data) && isRecord(data['outcome']) ? data['outcome'] : undefined
  const [kind, key] = kinds.find(([one]) => one === told?.['kind']) ?? []
  if (told === undefined || kind === undefined || key === undefined) return noOutcome({ status, data }, name)
  const value = asEncoded(key === 'value' && !Object.hasOwn(told, key) ? nothing : told[key], 0)
  return key === 'value' ? ({ kind, value } as Outcome) : ({ kind, error: value } as Outcome)
}

const kinds = [
  ['resolved', 'value'],
  ['returned', 'value'],
  ['rejected', 'error'],
  ['threw', 'error'],
] as const

const nothing = { $value: 'undefined' }

/** As much of it as shows what answered in the function's place. */
const firstCharacters = 200

function noOutcome({ status, data }: GuestAnswer, name: string): Outcome {
  const text = typeof data === 'string' ? data : (JSON.stringify(data) ?? '')
  const seen = status === undefined ? `nothing (${text})` : `${status}: ${text}`
  const message =
    `asked the function ${name} to perform a step: it answered ${seen.slice(0, firstCharacters)}; ` +
    'wanted 200 and an outcome. Is the fixture app of this version deployed, with the key of this run?'
  const own = status === undefined ? {} : { status }
  return {
    kind: 'rejected',
    error: { $error: { class: ['GuestError', 'Error'], name: 'GuestError', message, ...own } },
  }
}

/** Deeper than any record, shallow enough for a hostile answer. */
const deepest = 200

/**
 * JSON that stands for values, taken as it is: the function has written it in the forms of the language. A reference to a
 * live value can only be made up, for live values do not travel.
 */
function asEncoded(value: unknown, depth: number): Encoded {
  if (depth > deepest) return { $instance: { class: ['too deep'], own: {} } }
  if (Array.isArray(value)) return value.map((item) => asEncoded(item, depth + 1))
  if (!isRecord(value)) return (value ?? null) as Encoded
  return objectFrom(
    Object.entries(value).map(([key, item]) => {
      const live = (key === '$function' || key === '$instance') && isRecord(item)
      return [key, asEncoded(live ? withoutReference(item) : item, depth + 1)] as const
    }),
  )
}

function withoutReference({ ref: _, ...described }: Record<string, unknown>): Record<string, unknown> {
  return described
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
