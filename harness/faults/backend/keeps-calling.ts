import type { Fault } from '../../model/fault.ts'

export const keepsCalling: Fault = {
  id: 'backend/keeps-calling',
  title: 'when the caller hangs up, the function is not told',
  manner: 'keeps-calling',
}
