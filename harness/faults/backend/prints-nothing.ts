import type { Fault } from '../../model/fault.ts'

export const printsNothing: Fault = {
  id: 'backend/prints-nothing',
  title: 'what functions print is seen nowhere',
  printed: () => [],
}
