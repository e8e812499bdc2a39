import type { Fault } from '../../model/fault.ts'
import { asks } from '../kit/entities.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const unknownEntitiesAreEmpty: Fault = {
  id: 'backend/unknown-entities-are-empty',
  title: 'an entity that the app does not have has no records',
  answer: (answer, { request }) => (asks(request, 'GET', '') && answer.status === 404 ? jsonAnswer(200, []) : answer),
}
