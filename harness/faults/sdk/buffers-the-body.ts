import type { Fault } from '../../model/fault.ts'

/** With lockstep chunks a caller that waits for the end waits for ever: what a buffering SDK comes to. */
export const buffersTheBody: Fault = {
  id: 'sdk/buffers-the-body',
  title: 'a body is only handed on when it is complete',
  observation: (seen) =>
    seen.streamed.length > 0 ? { ...seen, streamed: [], outcome: { kind: 'timed-out', limitMs: 0 } } : seen,
}
