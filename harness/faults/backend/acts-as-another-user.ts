import type { Fault } from '../../model/fault.ts'
import { userOf, withToken } from '../kit/callers.ts'

/** Always the same one: what a function calls for its caller would else be taken for the caller again. */
export const actsAsAnotherUser: Fault = {
  id: 'backend/acts-as-another-user',
  title: 'a call of a user counts as one of another',
  request: (request, { users }) => {
    const { user: [first, second] = [], ...others } = users
    const other = second ?? Object.values(others).flat()[0] ?? first
    return other === undefined || userOf(request, users) === undefined ? request : withToken(request, other.token)
  },
}
