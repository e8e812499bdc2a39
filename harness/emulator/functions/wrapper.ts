/**
 * What Deno runs in the place of a function: it loads the function and has it listen on a port of ours. Deno reads this
 * file, not Node, so nothing of this project is imported.
 */
import type { DenoNamespace, Handler, ServeOptions } from './deno-namespace.ts'

declare const Deno: DenoNamespace

const entry = taken('EMULATOR_ENTRY')
const mark = taken('EMULATOR_MARK')
const serveAsDeno = Deno.serve
let serves = false

// A thread of its own: a function that never lets go would keep this one from noticing that the emulator is gone.
new Worker(new URL(`./lifeline.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url), { type: 'module' })
// A getter since Deno 2.8, which takes no assignment.
Object.defineProperty(Deno, 'serve', { configurable: true, writable: true, value: serve })
Object.defineProperty(globalThis, 'Base44', { configurable: true, value: { secrets: { get: secret }, waitUntil } })
addEventListener('unhandledrejection', outlive)
addEventListener('error', outlive)
try {
  const { default: exported } = (await import(entry)) as { default?: Handler | { fetch?: Handler } }
  const handler = typeof exported === 'function' ? exported : exported?.fetch?.bind(exported)
  if (!serves && handler !== undefined) serve(handler)
  if (!serves) tell('serves-nothing')
} catch (error) {
  console.error(error)
  tell('does-not-load')
}

/** `serve(handler)`, `serve(options, handler)`, `serve({ handler })`: wherever it wants to listen, it listens here. */
function serve(first: Handler | ServeOptions, second?: Handler): unknown {
  const options = typeof first === 'function' ? {} : first
  const handler = typeof first === 'function' ? first : (second ?? options.handler)
  if (handler === undefined) throw new TypeError('Deno.serve needs a handler')
  const { onListen, onError = answerError, signal } = options
  const listening = { port: 0, hostname: '127.0.0.1', onError, ...(signal && { signal }), onListen: heard }
  return serveAsDeno(listening, handler)

  function heard(address: { port: number }): void {
    if (!serves) tell(`listens ${address.port}`)
    serves = true
    onListen?.(address)
  }
}

/** Deno answers text; whoever calls a function reads JSON. What went wrong is for the terminal, not for the caller. */
function answerError(error: unknown): Response {
  console.error(error)
  return Response.json({ error: 'Internal Server Error', message: 'The function threw an error.' }, { status: 500 })
}

/** What stands between the marks is for the emulator; all else is what the function writes. */
function tell(word: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${mark}${word}${mark}`))
}

/** Work that goes wrong beside a call is told, and does not end the calls of others. */
function outlive(event: PromiseRejectionEvent | ErrorEvent): void {
  event.preventDefault()
  console.error('Uncaught', 'reason' in event ? event.reason : event.error)
}

function secret(name: string): string | undefined {
  return Deno.env.get(name)
}

/** The process stays anyway. */
function waitUntil(work: Promise<unknown>): void {
  Promise.resolve(work).catch((error: unknown) => console.error('waitUntil:', error))
}

function taken(name: string): string {
  const value = Deno.env.get(name) ?? ''
  Deno.env.delete(name)
  return value
}
