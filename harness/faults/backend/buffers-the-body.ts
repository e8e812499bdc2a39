import type { Fault } from '../../model/fault.ts'

/** The tap reads an answer to its end before it can be changed: what waits for the caller to read waits for ever. */
export const buffersTheBody: Fault = {
  id: 'backend/buffers-the-body',
  title: 'an answer is only passed on when it is complete',
  answer: (answer) => answer,
}
