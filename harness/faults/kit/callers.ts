import type { SignedIn } from '../../model/backend.ts'
import type { RecordedRequest } from '../../model/exchange.ts'
import type { Around } from '../../model/fault.ts'
import { headerValue } from '../../language/join-headers.ts'
import { withHeader } from './request.ts'

/** The user whose token a request carries; nobody where it carries none, or the service role's. */
export function userOf(request: RecordedRequest, users: Around['users']): SignedIn | undefined {
  return Object.values(users)
    .flat()
    .find(({ token }) => isOf(request, token))
}

/** Whether a request carries this token, or another one of the same subject: a backend may make a new one for each call. */
export function isOf({ headers }: RecordedRequest, token: string | undefined): boolean {
  const carried = headerValue(headers, 'authorization')?.replace(/^\S+ /, '')
  if (token === undefined || carried === undefined) return false
  const subject = subjectOf(token)
  return carried === token || (subject !== undefined && subjectOf(carried) === subject)
}

/** Of a JSON Web Token; undefined where it is something else. */
function subjectOf(token: string): unknown {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
    return (JSON.parse(payload) as { sub?: unknown }).sub
  } catch {
    return undefined
  }
}

export function withToken(request: RecordedRequest, token: string): RecordedRequest {
  return withHeader(request, 'authorization', `Bearer ${token}`)
}

/** A request of a user, made as the service role where there is one. */
export function asService(request: RecordedRequest, { users, serviceToken }: Around): RecordedRequest {
  return serviceToken === undefined || userOf(request, users) === undefined ? request : withToken(request, serviceToken)
}
