import type { Snippet } from './snippet.ts'

/** What calls the SDK and waits for it. */
export const calls: Readonly<Record<string, Snippet>> = {
  outcomeOf: {
    code: `// How a call ends. One that has not ended after 4 seconds hangs.
async function outcomeOf(call) {
  let timer
  try {
    const result = call()
    if (typeof result?.then !== 'function') return { how: 'returned', value: result }
    const late = new Promise((resolve) => (timer = setTimeout(resolve, 4000, { how: 'hangs' })))
    const ended = result.then(/* read */, (value) => ({ how: 'rejected', value }))
    return await Promise.race([ended, late])
  } catch (value) {
    return { how: 'threw', value }
  } finally {
    clearTimeout(timer)
  }
}`,
  },
  readBody: {
    code: `// A Response is read to its end.
async function readBody(value) {
  const chunks = []
  try {
    for await (const chunk of value instanceof Response ? (value.body ?? []) : []) {
      chunks.push(chunk)/* reading */
    }
    return { how: 'resolved', value, body: Buffer.concat(chunks) }
  } catch (failed) {
    return { how: 'resolved', value, failed }
  }
}`,
  },
  directly: {
    code: `// What a call returns or throws at once.
function directly(call) {
  try {
    return { how: 'returned', value: call() }
  } catch (value) {
    return { how: 'threw', value }
  }
}`,
  },
  settled: {
    code: `// Waits until every request was answered, or broken off, but no longer than 4 seconds.
async function settled(isMissing = () => false) {
  const end = Date.now() + 4000
  do await new Promise((resolve) => setTimeout(resolve, 5))
  while ((open > 0 || isMissing()) && Date.now() < end)
}`,
  },
  'fault refused': {
    code: `// Nobody answers while the call is made: the port is closed.
async function whileRefusing(call) {
  for (const { server } of servers) await new Promise((resolve) => server.close(resolve).closeAllConnections())
  const outcome = await call()
  for (const { server, port } of servers) await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return outcome
}`,
  },
  lockstep: {
    state: `let written = 0 // bytes of a stream, and how many of them were read
let read = 0
let goOn = () => {}`,
    code: '',
  },
}
