/**
 * Rewrites the text in bytes. Those that are no UTF-8 are read one character a byte, so that what is ASCII in them
 * (a boundary, a token) is found all the same. The same object comes back where nothing changed.
 */
export function rewriteBytes(bytes: Uint8Array, text: (text: string) => string): Uint8Array {
  if (bytes.length === 0) return bytes
  const decoded = utf8TextOf(bytes)
  const before = decoded ?? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const after = text(before)
  if (after === before) return bytes
  return new Uint8Array(decoded === undefined ? fromLatin1(after) : Buffer.from(after, 'utf8'))
}

function utf8TextOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What was put in need not fit a byte: it becomes UTF-8, the bytes around it stay as they are. */
function fromLatin1(text: string): Buffer {
  const wide = text.replace(/[\u0100-\uffff]+/g, (part) => Buffer.from(part, 'utf8').toString('latin1'))
  return Buffer.from(wide, 'latin1')
}
