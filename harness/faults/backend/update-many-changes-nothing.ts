import type { Fault } from '../../model/fault.ts'
import { asks } from '../kit/entities.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const updateManyChangesNothing: Fault = {
  id: 'backend/update-many-changes-nothing',
  title: 'records that are to be changed stay as they are, though they are said to be changed',
  instead: (request) =>
    asks(request, 'PATCH', 'update-many') ? jsonAnswer(200, { success: true, updated: 1, has_more: false }) : undefined,
}
