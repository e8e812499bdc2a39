import type { Snippet } from './snippet.ts'

/** What makes values that have no literal. */
export const values: Readonly<Record<string, Snippet>> = {
  formData: {
    code: `function formData(fields) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}`,
  },
  streamOf: {
    code: `function streamOf(texts) {
  return new ReadableStream({
    start(controller) {
      for (const text of texts) controller.enqueue(new TextEncoder().encode(text))
      controller.close()
    },
  })
}`,
  },
  sent: {
    code: `// Headers that are undefined are left out.
function sent(headers) {
  return Object.entries(headers).filter(([, value]) => value !== undefined)
}`,
  },
  callbacks: {
    state: `const heard = {} // what callbacks were called with
const callbacks = {}`,
    code: `// A function that keeps what it is called with; the same one for the same name.
function callback(name) {
  heard[name] ??= []
  return (callbacks[name] ??= (...args) => heard[name].push(args))
}`,
  },
  abortWhen: {
    state: 'const waiting = { received: [], read: [] }',
    code: `// A signal that is aborted when the next request has arrived, or when the first bytes of a body were read.
function abortWhen(event) {
  const controller = new AbortController()
  waiting[event].push(() => controller.abort())
  return controller.signal
}
function tell(event) {
  for (const listener of waiting[event].splice(0)) listener()
}`,
  },
}
