import type { Fault } from '../../model/fault.ts'
import { isOfEntities } from '../kit/addresses.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const neverDeletes: Fault = {
  id: 'backend/never-deletes',
  title: 'a record that is to be removed is still there, though it is said to be gone',
  instead: (request) =>
    request.method === 'DELETE' && isOfEntities(request) ? jsonAnswer(200, { success: true }) : undefined,
}
