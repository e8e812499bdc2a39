import type { Fault } from '../../model/fault.ts'

export const neverSends: Fault = {
  id: 'backend/never-sends',
  title: 'the request does not reach the function, and the connection is closed',
  request: () => null,
}
