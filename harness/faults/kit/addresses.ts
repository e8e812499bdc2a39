import type { RecordedRequest } from '../../model/exchange.ts'

/** Whether a request calls a function, at whichever address. */
export function callsAFunction({ target }: RecordedRequest): boolean {
  return /\/functions\//.test(target)
}

export function isOfEntities({ target }: RecordedRequest): boolean {
  return /\/entities\//.test(target)
}

export function listsRecords({ method, target }: RecordedRequest): boolean {
  return method === 'GET' && /\/entities\/[^/?]+(\?|$)/.test(target)
}

/** `auth.me()`, on the wire. */
export function asksWhoItIs({ method, target }: RecordedRequest): boolean {
  return method === 'GET' && /\/entities\/User\/me(\?|$)/.test(target)
}
