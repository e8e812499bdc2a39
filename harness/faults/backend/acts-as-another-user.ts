import type { Fault } from '../../model/fault.ts'
import { userOf, withToken } from '../kit/callers.ts'

export const actsAsAnotherUser: Fault = {
  id: 'backend/acts-as-another-user',
  title: 'a call of one user counts as one of another',
  request: (request, { users }) => {
    const caller = userOf(request, users)
    if (caller === undefined) return request
    const all = Object.values(users).flat()
    // Round, not to and fro: a function's own calls come through here too, and would make a swap good again.
    const next = all[(all.indexOf(caller) + 1) % all.length] ?? caller
    return withToken(request, next.token)
  },
}
