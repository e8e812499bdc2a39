import type { Fault } from '../../model/fault.ts'
import { throughJson } from '../kit/bodies.ts'
import { mapNumbers } from '../kit/json-body.ts'

export const roundsLargeNumbers: Fault = {
  id: 'backend/rounds-large-numbers',
  title: 'numbers in JSON keep single precision, on their way to the function or back',
  ...throughJson((value) => mapNumbers(value, Math.fround)),
}
