/** The function that puts a reply, or the network failure in its place, on the wire: only the ways that the script uses. */
export function answeringSource(needed: ReadonlySet<string>): string {
  const has = (name: string): boolean => needed.has(name)
  const faults = ['hangs', 'reset', 'not-http', 'reset-mid-body'].filter((fault) => has(`fault ${fault}`))
  const members = [
    ...(faults.length > 0 ? ['fault'] : []),
    'status = 200',
    'headers = {}',
    `body = ''`,
    ...(has('chunks') ? ['chunks'] : []),
  ]
  const isAsync = has('lockstep') ? 'async ' : ''
  return [
    ...(has('located') || has('answers') ? [turns] : []),
    `${isAsync}function write(response, { ${members.join(', ')} }) {`,
    ...faults.filter((fault) => fault !== 'reset-mid-body').map((fault) => `  ${instead[fault] ?? ''}`),
    '  response.statusCode = status',
    '  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)',
    ...(has('fault reset-mid-body') ? [midBody] : []),
    ...(has('chunks') ? [has('lockstep') ? lockstep : chunks] : []),
    '  response.end(body)',
    '}',
  ].join('\n')
}

const instead: Readonly<Record<string, string>> = {
  hangs: `if (fault === 'hangs') return`,
  reset: `if (fault === 'reset') return response.socket.resetAndDestroy()`,
  'not-http': `if (fault === 'not-http') return response.socket.end('this is not HTTP\\r\\n\\r\\n')`,
}

const turns = `// The first caller gets the first reply, the next one the next; the last repeats.
function next(replies) {
  return replies.length > 1 ? replies.shift() : replies[0]
}
`

export const nobody: string = `const nobody = { status: 404, headers: { 'content-type': 'application/json' }, body: '{"message":"nothing is served here"}' }`

const midBody = `  if (fault === 'reset-mid-body') {
    const half = body || 'half of it'
    response.setHeader('content-length', Buffer.byteLength(half) * 2)
    return response.write(half, () => response.socket.resetAndDestroy())
  }`

const chunks = `  for (const chunk of chunks ?? []) response.write(chunk)`

const lockstep = `  // Each chunk is written only after the caller has read the one before.
  if (chunks) response.flushHeaders()
  for (const chunk of chunks ?? []) {
    const { length } = Buffer.from(chunk)
    response.write(chunk)
    written += length
    while (read < written) await new Promise((resolve) => (goOn = resolve))
  }`
