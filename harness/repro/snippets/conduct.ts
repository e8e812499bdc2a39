import type { Snippet } from './snippet.ts'

/** What watches for what no contract has to ask for. */
export const conduct: Readonly<Record<string, Snippet>> = {
  elsewhere: {
    code: '',
    state: `// Nothing is let through to another host; what tries is kept.
const elsewhere = []
const connect = Socket.prototype.connect
Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args
  const host = options?.host ?? 'localhost'
  if (options?.path || /^(127\\..*|localhost|::1)$/.test(host)) return connect.apply(this, args)
  elsewhere.push(host)
  process.nextTick(() => this.destroy(new Error('nothing is let through to ' + host)))
  return this
}`,
    imports: { 'node:net': ['Socket'] },
  },
  hostNames: {
    code: '',
    state: `// Nothing leaves this machine: what is meant for another host arrives here, and keeps the origin it was meant for.
let serverUrl
const { request } = https
https.request = (options, ...rest) => {
  const { host, hostname = host, path, method, headers } = options
  const { port } = new URL(serverUrl)
  const meant = { ...headers, host: hostname, 'x-meant-for': 'https://' + hostname }
  return http.request({ hostname: '127.0.0.1', port, path, method, headers: meant }, ...rest)
}
const realFetch = fetch
globalThis.fetch = async (resource, init) => {
  const asked = new Request(resource, init)
  const { origin, pathname, search } = new URL(asked.url)
  const headers = new Headers(asked.headers)
  headers.set('x-meant-for', origin)
  const body = await asked.arrayBuffer()
  const { method, signal, redirect } = asked
  return realFetch(serverUrl + pathname + search, { method, headers, signal, redirect, ...(body.byteLength > 0 && { body }) })
}`,
    imports: { 'node:http': ['default http'], 'node:https': ['default https'] },
  },
  watched: {
    code: `// What is reported ends or blocks the thread it happens in, so it happens in one of its own.
function watch() {
  const thread = new Worker(new URL(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 256 } })
  const seen = (how, observed) => end(how === reported ? 1 : 2, how === reported ? 'As reported' : 'Not as reported', { observed })
  const timer = setTimeout(() => seen('blocked', 'nothing came within 12 seconds'), 12000)
  thread.on('message', ([code, text, values]) => end(code, text, values))
  thread.on('error', (error) => seen('uncaught', error))
  thread.on('exit', (code) => setTimeout(() => seen('exit', 'the thread ended with exit code ' + code), 100))
  return new Promise(() => timer)
}`,
    needs: ['end'],
    imports: { 'node:worker_threads': ['Worker', 'isMainThread', 'parentPort'] },
  },
}
