import type { Fault } from '../../model/fault.ts'

export const losesTheLastChunk: Fault = {
  id: 'sdk/loses-the-last-chunk',
  title: 'the last chunk of a stream is lost',
  observation: (seen) => ({ ...seen, streamed: seen.streamed.slice(0, -1) }),
}
