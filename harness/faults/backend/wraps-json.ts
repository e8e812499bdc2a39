import type { Fault } from '../../model/fault.ts'
import { changedJson } from '../kit/json-body.ts'

export const wrapsJson: Fault = {
  id: 'backend/wraps-json',
  title: 'an answer of JSON is put into an envelope of its own',
  answer: (answer) => ({ ...answer, body: changedJson(answer.body, (value) => ({ data: value })) }),
}
