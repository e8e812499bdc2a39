import type { Encoded, EncodedObject } from '../../model/value.ts'
import type { Exchange, RecordedRequest } from '../../model/exchange.ts'
import { isObject } from '../../language/form.ts'
import { headerValue } from '../../language/join-headers.ts'
import { parseJson } from '../../language/json.ts'
import { listsRecords } from './addresses.ts'

const writing = ['POST', 'PUT', 'PATCH', 'DELETE']

/** Whether a request makes, changes or removes records. */
export function writesRecords({ method, target }: RecordedRequest): boolean {
  return writing.includes(method) && entityOf(target) !== undefined && entityOf(target) !== 'User'
}

/** The entity that a request is about; undefined where it is about none. */
export function entityOf(target: string): string | undefined {
  return /\/entities\/([^/?]+)/.exec(target)?.[1]
}

/** The id that a request names; undefined where it is about several records. */
export function recordIdOf(target: string): string | undefined {
  return /\/entities\/[^/?]+\/([^/?]+)/.exec(target)?.[1]
}

export function hasSucceeded({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 200 && response.status < 300
}

/** Whether two requests list the same, for the same caller. */
export function listsTheSame(one: RecordedRequest, other: RecordedRequest): boolean {
  const caller = ({ headers }: RecordedRequest): string | undefined => headerValue(headers, 'authorization')
  return (
    listsRecords(one) && one.method === other.method && one.target === other.target && caller(one) === caller(other)
  )
}

/** A body of JSON; undefined where it is something else. */
export function jsonOf(body: Uint8Array): Encoded | undefined {
  try {
    return parseJson(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

/** The records in a body: those of a list, or the one that it is. */
export function recordsIn(body: Uint8Array): readonly EncodedObject[] {
  const value = jsonOf(body)
  return (Array.isArray(value) ? (value as readonly Encoded[]) : [value]).filter((one) => isObject(one))
}
