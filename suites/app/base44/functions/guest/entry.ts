// Performs steps inside a backend function, for base44-conformance. It acts only on what the run signed with its key.
// Never deploy it into a production app: whoever has the key acts through it as the service role.
import { createClientFromRequest } from 'npm:@base44/sdk@0.8.50'

interface Step {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly issued: number
  readonly action: 'call' | 'read'
  readonly path: string
  readonly args: readonly unknown[]
}

type Outcome =
  | { readonly kind: 'resolved' | 'returned'; readonly value: unknown }
  | { readonly kind: 'rejected' | 'threw'; readonly error: unknown }

Deno.serve(async (request) => {
  const step = await signedStep(await request.text())
  if (typeof step === 'string') return Response.json({ message: step }, { status: 403 })
  return Response.json({ outcome: await act(request, step) })
})

const longestMs = 5 * 60 * 1000
/** Steps that were acted on, each with when it was issued: what is older is refused anyway. */
const seen = new Map<string, number>()

/** The step, or why it is refused. */
async function signedStep(body: string): Promise<Step | string> {
  const { step: text, signature } = attempted(() => JSON.parse(body) ?? {}, {})
  if (typeof text !== 'string' || typeof signature !== 'string') return 'the step is not signed'
  if (!(await isSigned(text, signature))) return 'the signature does not fit the step and the key of this app'
  const step: Step = JSON.parse(text)
  const now = Date.now()
  if (!(Math.abs(now - step.issued) <= longestMs)) return 'the step was not issued in the last five minutes'
  for (const [id, issued] of seen) if (now - issued > longestMs) seen.delete(id)
  if (seen.has(step.id)) return 'the step was acted on already'
  seen.set(step.id, step.issued)
  return step
}

async function isSigned(text: string, signature: string): Promise<boolean> {
  const key = Deno.env.get('CONFORMANCE_KEY') ?? ''
  if (key === '' || !/^([0-9a-f]{2})+$/.test(signature)) return false
  const utf8 = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const secret = await crypto.subtle.importKey('raw', utf8.encode(key), algorithm, false, ['verify'])
  const code = Uint8Array.from(signature.match(/../g) ?? [], (byte) => parseInt(byte, 16))
  return crypto.subtle.verify('HMAC', secret, code, utf8.encode(text))
}

async function act(request: Request, { action, path, args }: Step): Promise<Outcome> {
  let result: unknown
  try {
    const members = path.split('.')
    const last = members.pop() as string
    const owner = members.reduce(memberOf, createClientFromRequest(request) as unknown)
    const member = memberOf(owner, last)
    if (action === 'read') return { kind: 'returned', value: described(member) }
    if (typeof member !== 'function') throw new TypeError(`${path} is no function`)
    result = Reflect.apply(member, owner, args)
  } catch (error) {
    return { kind: 'threw', error: encode(error) }
  }
  if (!isThenable(result)) return { kind: 'returned', value: encode(result) }
  const settled = await result.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('error' in settled) return { kind: 'rejected', error: encode(settled.error) }
  const { value } = settled
  return { kind: 'resolved', value: value instanceof Response ? await readResponse(value) : encode(value) }
}

function memberOf(owner: unknown, member: string): unknown {
  return (owner as Record<string, unknown>)[member]
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
}

// From here on: values as data, in the forms of the contract language. Bytes are base64.

async function readResponse(response: Response): Promise<unknown> {
  const { status, ok, redirected, url } = response
  const headers = Object.fromEntries(response.headers)
  const told = { class: classNames(response), status, ok, redirected, url, headers }
  return await response.bytes().then(
    (bytes) => ({ $response: { ...told, bytes: base64(bytes) } }),
    (error: unknown) => ({ $response: { ...told, failed: error instanceof Error ? error.name : String(error) } }),
  )
}

/** One level deep: what kind of thing it is. */
function described(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) return { $instance: { class: classNames(value), own: {} } }
  return scalar(value)
}

function encode(value: unknown, around: readonly object[] = []): unknown {
  if (typeof value !== 'object' || value === null) return scalar(value)
  if (around.includes(value)) return { $instance: { class: ['circular'], own: {} } }
  if (around.length > 200) return { $instance: { class: ['too deep'], own: {} } }
  const within = [...around, value]
  if (Array.isArray(value)) return Array.from(value, (item) => encode(item, within))
  if (value instanceof Error) return { $error: encodeError(value, within) }
  if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString() }
  if (value instanceof Uint8Array) return { $bytes: base64(value) }
  if (value instanceof ArrayBuffer) return { $bytes: base64(new Uint8Array(value)) }
  const classes = attempted(() => classNames(value), ['unreadable'])
  if (classes.length === 0) return attempted(() => fields(value, (item) => encode(item, within)), {})
  return { $instance: { class: classes, own: attempted(() => fields(value, described), {}) } }
}

function encodeError(error: Error, within: readonly object[]): object {
  const told: Record<string, unknown> = { class: classNames(error), name: `${error.name}`, message: `${error.message}` }
  for (const key of ['status', 'code', 'response', 'data', 'cause']) {
    const value = attempted(() => (error as unknown as Record<string, unknown>)[key], undefined)
    if (value !== undefined && (key !== 'cause' || value instanceof Error)) told[key] = encode(value, within)
  }
  return told
}

/** Own properties that are plain values; a getter is not run, and a leading `$` is doubled. */
function fields(value: object, show: (item: unknown) => unknown): object {
  const own = Object.entries(Object.getOwnPropertyDescriptors(value)).filter(([, { enumerable }]) => enumerable)
  const pairs = own.map(([key, { value }]) => [key.startsWith('$') ? `$${key}` : key, show(value)] as const)
  return Object.fromEntries(pairs)
}

function scalar(value: unknown): unknown {
  if (typeof value === 'function') return { $function: { name: value.name } }
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return { $value: Object.is(value, -0) ? '-0' : String(value) }
  if (value === undefined || typeof value === 'bigint' || typeof value === 'symbol') return { $value: String(value) }
  return value
}

/** Names of its classes, the nearest first, without `Object`. */
function classNames(value: object): string[] {
  const names: string[] = []
  for (let at = Object.getPrototypeOf(value); at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    const name: unknown = at.constructor?.name
    if (typeof name === 'string' && name !== '') names.push(name)
  }
  return names
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function attempted<T, U>(read: () => T, otherwise: U): T | U {
  try {
    return read()
  } catch {
    return otherwise
  }
}
