import type { InsideStep } from '../../model/contract.ts'
import type { Bindings, Encoded } from '../../model/value.ts'
import { jsonText } from '../../language/json.ts'
import { signatureOf } from '../../language/signature.ts'
import { lookUp, substitute } from '../../language/substitute.ts'
import { outcomeOfGuest, type GuestAnswer } from './guest-answer.ts'
import { timedOut, type Performance, type Performed } from './performance.ts'
import { readBody } from './read-body.ts'
import { sendRaw } from './send-raw.ts'
import type { Guest } from './session.ts'
import { settle } from './settle.ts'

/** Has a backend function perform a step with the client it makes of its request, and tells what came of it there. */
export async function performInside(step: InsideStep, at: Performance): Promise<Performed> {
  const { session, bindings, deadline } = at
  const { guest } = session
  if (guest === undefined) throw new Error('nobody is inside a function here; the plan should have left the case out')
  const order = orderFor(step, bindings, guest)
  const broken = new AbortController()
  const asked = step.by === 'http' ? askRaw(step, order, at, broken.signal) : askBy(step, order, at)
  const settled = await settle(asked, deadline)
  if (settled.kind === 'timed-out') {
    broken.abort()
    return timedOut(at)
  }
  const answer = settled.kind === 'resolved' ? (settled.value as GuestAnswer) : answerOfError(settled.error)
  return { outcome: outcomeOfGuest(answer, step.function), streamed: [] }
}

/** What the function is told to do, and the proof that this run says so. */
interface Order {
  readonly step: string
  readonly signature: string
}

function orderFor({ action, path, with: args }: InsideStep, bindings: Bindings, guest: Guest): Order {
  const step = JSON.stringify({
    id: guest.id(),
    issued: guest.now(),
    action,
    path: String(substitute(path, bindings)),
    args: JSON.parse(jsonText(substitute(args as Encoded, bindings)) ?? '[]') as unknown,
  })
  return { step, signature: signatureOf(step, guest.key) }
}

/** As somebody who is signed in: what the function's client may do follows from who called the function. */
async function askBy({ by, function: name }: InsideStep, order: Order, at: Performance): Promise<GuestAnswer> {
  const { session, bindings } = at
  const client = session.target(by, bindings) as {
    functions: { invoke: (name: string, parameters: Order) => Promise<GuestAnswer> }
  }
  const { status, data } = await client.functions.invoke(name, order)
  return { status, data }
}

/** As nobody. */
async function askRaw(
  { function: name }: InsideStep,
  order: Order,
  { session, bindings, onRead }: Performance,
  signal: AbortSignal,
): Promise<GuestAnswer> {
  const request = {
    method: 'POST',
    target: `${String(lookUp('wire.invoke', bindings))}/${encodeURIComponent(name)}`,
    headers: [['content-type', 'application/json']] as const,
    body: Buffer.from(JSON.stringify(order)),
  }
  const { status, body } = await sendRaw({ request, base: session.address().serverUrl, signal })
  const { bytes } = await readBody({ body, lockstep: undefined, onRead })
  return { status, data: parsed(Buffer.from(bytes).toString('utf8')) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** An SDK throws what is not 2xx, and keeps the answer; where there was none, it is all there is to say. */
function answerOfError(error: unknown): GuestAnswer {
  const response = (error as { response?: { status?: unknown; data?: unknown } } | undefined)?.response
  if (typeof response?.status === 'number') return { status: response.status, data: response.data }
  return { status: undefined, data: error instanceof Error ? error.message : String(error) }
}
