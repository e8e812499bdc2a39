import type { Fault } from '../../model/fault.ts'
import { asks, fieldsOf, made } from '../kit/entities.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const updateMeChangesNothing: Fault = {
  id: 'backend/update-me-changes-nothing',
  title: 'what users say of themselves is not kept',
  instead: (request) => (asks(request, 'PUT', 'me') ? jsonAnswer(200, { ...fieldsOf(request), ...made }) : undefined),
}
