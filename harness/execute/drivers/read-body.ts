import type { Lockstep } from '../stage/lockstep.ts'

/** A body read to its end, or as far as it came, and the text as it arrived between two chunks of lockstep. */
export interface ReadBody {
  readonly bytes: Uint8Array
  readonly pieces: readonly string[]
  /** Why it ended before its end. */
  readonly error?: string
}

export async function readBody({
  body,
  lockstep,
  onRead,
}: {
  body: ReadableStream<Uint8Array> | null
  lockstep: Lockstep | undefined
  /** Called after the first bytes arrived. */
  onRead: () => void
}): Promise<ReadBody> {
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
