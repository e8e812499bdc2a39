import type { Encoded } from '../../model/value.ts'
import type { Lockstep } from '../stage/lockstep.ts'
import { joinHeaders } from '../../language/join-headers.ts'
import { classNames } from './class-names.ts'
import { readBody } from './read-body.ts'

/** A native Response with its body read to the end, and the text as it arrived between two chunks of lockstep. */
export interface ReadResponse {
  readonly encoded: Encoded
  readonly pieces: readonly string[]
}

export async function readResponse({
  response,
  lockstep,
  onRead,
}: {
  response: Response
  lockstep: Lockstep | undefined
  /** Called after the first bytes arrived. */
  onRead: () => void
}): Promise<ReadResponse> {
  const described: Record<string, Encoded> = {
    class: classNames(response),
    status: response.status,
    ok: response.ok,
    redirected: response.redirected,
    url: response.url,
    headers: joinHeaders(response.headers),
  }
  const { bytes, pieces, error } = await readBody({ body: response.body, lockstep, onRead })
  if (error === undefined) described['bytes'] = bytes
  else described['failed'] = error
  return { encoded: { $response: described }, pieces }
}
