import type { CaseEvent, Event } from '../harness/model/event.ts'
import type { Encoded } from '../harness/model/value.ts'
import type { Violation } from '../harness/model/verdict.ts'
import { drawnTexts } from './credentials.ts'
import { portsIn, replaceBoundaries, replaceIds, replaceOrigins, replacePaths } from './incidental.ts'
import { rewriteViolation } from './rewrite.ts'

export interface StabiliseOptions {
  /** Absolute folder → what stands for it: `{ '/home/me/sdk': '‹sdk›' }`. */
  readonly prefixes: Readonly<Record<string, string>>
}

/**
 * The event without what differs between two runs of one seed: ports, multipart boundaries, dates of responses,
 * generated ids, folders of this machine. Numbers begin anew in each violation, so that one more or less does not
 * change the others; what was drawn stays, for the seed fixes it. Comes after `redact`.
 */
export function stabilise(event: Event, { prefixes }: StabiliseOptions): Event {
  return event.kind === 'case' ? stabiliseCase(event, prefixes) : event
}

function stabiliseCase(event: CaseEvent, prefixes: StabiliseOptions['prefixes']): CaseEvent {
  const { result } = event
  const text = chain([replaceOrigins({ known: [], drawn: '' }), replaceIds(''), replacePaths(prefixes)])
  return {
    ...event,
    result: {
      ...result,
      violations: result.violations.map((violation) => stabiliseViolation(violation, prefixes)),
      ...(result.reason !== undefined && { reason: text(result.reason) }),
    },
  }
}

function stabiliseViolation(violation: Violation, prefixes: StabiliseOptions['prefixes']): Violation {
  const { counterexample, history, replay } = violation
  const drawn = [...drawnTexts(counterexample).keys()].join('\n')
  const known = violation.exchanges.map((exchange) => exchange.request.origin)
  const ports = portsIn(violation)
  const text = chain([
    replaceBoundaries(violation),
    replaceOrigins({ known, drawn }),
    replaceIds(drawn),
    replacePaths(prefixes),
  ])
  const header = (name: string, value: string): string =>
    name.toLowerCase() === 'date' && httpDate.test(value) ? '‹date›' : text(value)
  const number = (key: string, value: number): Encoded => (key === 'port' && ports.has(value) ? '‹port›' : value)
  const stable = rewriteViolation({ ...violation, counterexample: {} }, { text, header, number })
  return { ...stable, counterexample, ...(history && { history }), replay }
}

type Text = (text: string) => string

function chain(steps: readonly Text[]): Text {
  return (text) => steps.reduce((changed, step) => step(changed), text)
}

/** RFC 9110, IMF-fixdate: a field of a record that is called `date` does not look like this. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
