import type { Fault } from '../../model/fault.ts'

export const neverSends: Fault = {
  id: 'sdk/never-sends',
  title: 'the request never leaves',
  request: () => null,
}
