import type { Fault } from '../../model/fault.ts'
import { userOf, withToken } from '../kit/callers.ts'

export const actsAsAnotherUser: Fault = {
  id: 'backend/acts-as-another-user',
  title: 'a call of one user counts as one of another',
  request: (request, { users }) => {
    const caller = userOf(request, users)
    const other = Object.values(users)
      .flat()
      .find(({ id }) => id !== caller?.id)
    return caller === undefined || other === undefined ? request : withToken(request, other.token)
  },
}
