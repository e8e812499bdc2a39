import type { Fault } from '../../model/fault.ts'
import { listsRecords } from '../kit/addresses.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const listIsEmpty: Fault = {
  id: 'backend/list-is-empty',
  title: 'whoever lists records gets none',
  answer: (answer, { request }) => (listsRecords(request) ? jsonAnswer(200, []) : answer),
}
