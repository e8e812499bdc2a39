import type { Fault } from '../../model/fault.ts'
import { fieldsOf } from '../kit/entities.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const takesAnyPassword: Fault = {
  id: 'backend/takes-any-password',
  title: 'whoever knows the e-mail address of a user is signed in as that user',
  answer: (answer, { request, users }) => {
    const user = Object.values(users)
      .flat()
      .find(({ email }) => email === fieldsOf(request)['email'])
    return /\/auth\/login(\?|$)/.test(request.target) && user !== undefined && answer.status >= 400
      ? jsonAnswer(200, { access_token: user.token, user: { id: user.id, email: user.email } })
      : answer
  },
}
