/** Belong to one connection, not to what travels on it (RFC 9110, 7.6.1). The framing of a body is kept. */
const ofConnection = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade', 'expect'])

/** Raw headers as a flat list, order and repeated names as they came, without those of one connection and those named. */
export function withoutHeaders(rawHeaders: readonly string[], besides: ReadonlySet<string> = new Set()): string[] {
  const kept: string[] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] as string).toLowerCase()
    if (!ofConnection.has(name) && !besides.has(name)) kept.push(rawHeaders[at] as string, rawHeaders[at + 1] as string)
  }
  return kept
}
