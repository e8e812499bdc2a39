import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { fieldsOf, mapAnswer } from '../kit/entities.ts'

export const signsInSomebodyElse: Fault = {
  id: 'backend/signs-in-somebody-else',
  title: 'whoever signs in gets the token of another user',
  answer: (answer, { request, users }) => {
    const other = Object.values(users)
      .flat()
      .find(({ email }) => email !== fieldsOf(request)['email'])
    return /\/auth\/login(\?|$)/.test(request.target) && other !== undefined
      ? mapAnswer(answer, (told) => (isObject(told) ? { ...told, access_token: other.token } : told))
      : answer
  },
}
