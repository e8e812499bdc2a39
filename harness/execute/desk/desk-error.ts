import type { DeskAddress } from '../../model/backend.ts'
import { SubjectError } from '../subjects/subject-error.ts'

/** Why the desk cannot stand where the fixture functions look for it, and what to do. */
export function deskError({ host, port }: DeskAddress, { code = '', message }: NodeJS.ErrnoException): SubjectError {
  const seen = causes[code] ?? message
  return new SubjectError(
    `opened the desk at http://${host}:${port}, where the fixture functions hand their requests over: ${seen} ` +
      'Or choose another address: set CONFORMANCE_DESK_URL to it, here and in the secrets of the fixture app.',
  )
}

const causes: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken. Another run may be under way, or another program listens there; let it end first.',
  EACCES: 'the system does not let this user listen there; ports below 1024 are often kept.',
  EADDRNOTAVAIL: 'this machine has no such address; name one of its own, 127.0.0.1 for instance.',
  ENOTFOUND: 'there is no such host; name an address of this machine, 127.0.0.1 for instance.',
}
