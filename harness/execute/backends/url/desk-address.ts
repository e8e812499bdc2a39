import type { DeskAddress } from '../../../model/backend.ts'
import { SubjectError } from '../../subjects/subject-error.ts'

/** `http://host:port`, as the fixture functions are told it, taken apart. */
export function deskAddressOf(text: string): DeskAddress {
  const address = URL.parse(text.includes('://') ? text : `http://${text}`)
  if (address === null || address.protocol !== 'http:' || address.pathname !== '/') {
    throw new SubjectError('read the address of the desk: it is none that can be served. Write http://host:port.')
  }
  return { host: address.hostname.replace(/^\[|\]$/g, ''), port: Number(address.port || 80) }
}
