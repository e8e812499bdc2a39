/** Bytes that are readable text, and the same bytes again when that text is encoded. */
export function isPlainText(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('utf8')
  return !/[^\P{C}\n\r\t]/u.test(text) && Buffer.compare(Buffer.from(text), bytes) === 0
}
