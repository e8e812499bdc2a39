import { plainJson } from './plain-json.ts'
import type { Reporter, Sink } from './reporter.ts'

/** The event log itself, one event a line; bytes as base64. */
export function ndjsonReporter(sink: Sink): Reporter {
  return {
    event: (event) => sink.write(`${plainJson(event)}\n`),
  }
}
