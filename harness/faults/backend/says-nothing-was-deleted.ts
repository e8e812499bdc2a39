import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { mapAnswer } from '../kit/entities.ts'
import { isOfEntities } from '../kit/addresses.ts'

export const saysNothingWasDeleted: Fault = {
  id: 'backend/says-nothing-was-deleted',
  title: 'whoever removes records is not told that it went well',
  answer: (answer, { request }) =>
    request.method === 'DELETE' && isOfEntities(request)
      ? mapAnswer(answer, (told) => (isObject(told) ? { ...told, success: false, deleted: 0 } : told))
      : answer,
}
