import type { Fault } from '../../model/fault.ts'
import { headerValue } from '../../language/join-headers.ts'
import { withToken } from '../kit/callers.ts'

export const believesAlteredTokens: Fault = {
  id: 'backend/believes-altered-tokens',
  title: "a token that has another one in it, a user's, is taken for that one",
  request: (request, { users }) => {
    const carried = headerValue(request.headers, 'authorization')
    const within = Object.values(users)
      .flat()
      .find(({ token }) => carried?.includes(token))
    return within === undefined ? request : withToken(request, within.token)
  },
}
