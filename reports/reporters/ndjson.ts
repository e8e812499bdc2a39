import type { Encoded } from '../../harness/model/value.ts'
import { toPlain } from '../../harness/language/plain.ts'
import type { Reporter, Sink } from './reporter.ts'

/** The event log itself, one event a line; bytes as base64. */
export function ndjsonReporter(sink: Sink): Reporter {
  return {
    event: (event) => sink.write(`${JSON.stringify(toPlain(event as unknown as Encoded))}\n`),
  }
}
