import type { CaseEvent, Event } from '../harness/model/event.ts'
import type { Exchange } from '../harness/model/exchange.ts'
import type { Violation } from '../harness/model/verdict.ts'
import { bytesOf } from '../harness/language/bytes.ts'

/**
 * Reads an event log as it was written. A last line without its end is what an interrupted run leaves behind: it
 * is left out, and the fold calls the log incomplete. Throws for any other line that is no event.
 */
export function parseLog(text: string): Event[] {
  const lines = text.split('\n')
  const torn = lines.pop() ?? ''
  const events = lines.flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, index + 1)]))
  return torn === '' ? events : [...events, ...parseTorn(torn)]
}

function parseLine(line: string, number: number): Event {
  try {
    return revive(JSON.parse(line) as Event)
  } catch (cause) {
    throw new Error(`line ${number} of the event log is no event; a log has one JSON object a line`, { cause })
  }
}

function parseTorn(line: string): Event[] {
  try {
    return [revive(JSON.parse(line) as Event)]
  } catch {
    return []
  }
}

/** Bodies are bytes again; every other base64 stands in a form that says so. */
function revive(event: Event): Event {
  return event.kind === 'case' ? reviveCase(event) : event
}

function reviveCase(event: CaseEvent): CaseEvent {
  return { ...event, result: { ...event.result, violations: event.result.violations.map(reviveViolation) } }
}

function reviveViolation(violation: Violation): Violation {
  return { ...violation, exchanges: violation.exchanges.map(reviveExchange) }
}

function reviveExchange(exchange: Exchange): Exchange {
  const { request, response } = exchange
  return {
    ...exchange,
    request: { ...request, body: bytesOf(request.body) },
    ...(response && { response: { ...response, body: bytesOf(response.body) } }),
  }
}
