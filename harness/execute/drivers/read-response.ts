import type { Encoded } from '../../model/value.ts'
import type { Lockstep } from '../stage/lockstep.ts'
import { joinHeaders } from '../../language/join-headers.ts'
import { classNames } from './class-names.ts'

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

async function readBody({
  body,
  lockstep,
  onRead,
}: {
  body: ReadableStream<Uint8Array> | null
  lockstep: Lockstep | undefined
  onRead: () => void
}): Promise<{ bytes: Uint8Array; pieces: string[]; error?: string }> {
  const chunks: Uint8Array[] = []
  const pieces: string[] = []
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let piece = ''
  try {
    const reader = body?.getReader()
    for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
      chunks.push(next.value)
      piece += decoder.decode(next.value, { stream: true })
      onRead()
      if (lockstep?.took(next.value.length) !== true) continue
      pieces.push(piece)
      piece = ''
    }
    piece += decoder.decode()
    if (piece !== '') pieces.push(piece)
    return { bytes: Buffer.concat(chunks), pieces }
  } catch (error) {
    lockstep?.release()
    return { bytes: Buffer.concat(chunks), pieces, error: error instanceof Error ? error.name : String(error) }
  }
}
