import type { Fault } from '../../model/fault.ts'
import { utf8Of } from '../../language/bytes.ts'

export const answersForUnknown: Fault = {
  id: 'backend/answers-for-unknown',
  title: 'where there is nothing, 200 and an empty object are answered',
  answer: (answer) =>
    answer.status === 404
      ? { status: 200, headers: [['content-type', 'application/json']], body: utf8Of('{}') }
      : answer,
}
