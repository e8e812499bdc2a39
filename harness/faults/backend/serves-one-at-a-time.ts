import type { Fault } from '../../model/fault.ts'

export const servesOneAtATime: Fault = {
  id: 'backend/serves-one-at-a-time',
  title: 'a request waits until the one before is answered',
  manner: 'one-at-a-time',
}
