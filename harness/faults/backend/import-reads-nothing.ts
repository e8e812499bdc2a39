import type { Fault } from '../../model/fault.ts'
import { asks } from '../kit/entities.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const importReadsNothing: Fault = {
  id: 'backend/import-reads-nothing',
  title: 'no record is made of a file',
  instead: (request) =>
    asks(request, 'POST', 'import') ? jsonAnswer(200, { status: 'success', details: null, output: [] }) : undefined,
}
