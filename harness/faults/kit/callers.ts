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

/** Whether a request carries this token. */
export function isOf({ headers }: RecordedRequest, token: string | undefined): boolean {
  return token !== undefined && headerValue(headers, 'authorization')?.endsWith(` ${token}`) === true
}

export function withToken(request: RecordedRequest, token: string): RecordedRequest {
  return withHeader(request, 'authorization', `Bearer ${token}`)
}
