import type { Fault } from '../../model/fault.ts'
import { asks, mapAnswer } from '../kit/entities.ts'
import { mapNumbers } from '../kit/json-body.ts'

export const aggregateMiscounts: Fault = {
  id: 'backend/aggregate-miscounts',
  title: 'every number that is added up is one too many',
  answer: (answer, { request }) =>
    asks(request, 'POST', 'aggregate') ? mapAnswer(answer, (rows) => mapNumbers(rows, (number) => number + 1)) : answer,
}
