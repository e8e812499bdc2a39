import type { Fault } from '../../model/fault.ts'
import { askedOfEntity, asks, fieldsOf, made } from '../kit/entities.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const updateChangesNothing: Fault = {
  id: 'backend/update-changes-nothing',
  title: 'a record that is to be changed stays as it is, though it is said to be changed',
  instead: (request) =>
    asks(request, 'PUT', ':id')
      ? jsonAnswer(200, { ...fieldsOf(request), ...made, id: askedOfEntity(request)?.rest[0] ?? '' })
      : undefined,
}
