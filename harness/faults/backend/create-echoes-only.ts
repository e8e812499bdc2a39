import type { Fault } from '../../model/fault.ts'
import { asks, fieldsOf, made } from '../kit/entities.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const createEchoesOnly: Fault = {
  id: 'backend/create-echoes-only',
  title: 'a record that is to be created is echoed, and not kept',
  instead: (request) => (asks(request, 'POST', '') ? jsonAnswer(201, { ...fieldsOf(request), ...made }) : undefined),
}
