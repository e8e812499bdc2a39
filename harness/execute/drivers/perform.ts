import type { CallStep, ConstructStep, ReadStep, Step } from '../../model/contract.ts'
import type { Bindings, Encoded } from '../../model/value.ts'
import { loneName, lookUp, substitute } from '../../language/substitute.ts'
import { decode } from './decode.ts'
import { describe, encode } from './encode.ts'
import { performDeploy } from './deploy.ts'
import { performHttp } from './http.ts'
import { performInside } from './inside.ts'
import { timedOut, type Performance, type Performed } from './performance.ts'
import { readResponse } from './read-response.ts'
import { construct } from './session.ts'
import { settle } from './settle.ts'

/** Performs one action: with the SDK, by a raw request, or inside a function. Whatever comes of it is an outcome. */
export async function perform(step: Exclude<Step, { kind: 'together' }>, at: Performance): Promise<Performed> {
  try {
    switch (step.kind) {
      case 'call':
        return await call(step, at)
      case 'construct':
        return returned(constructWith(step, at), at)
      case 'read':
        return returned(read(step, at), at)
      case 'http':
        return await performHttp(step, at)
      case 'inside':
        return await performInside(step, at)
      case 'deploy':
        return await performDeploy(step, at)
    }
  } catch (error) {
    return { outcome: { kind: 'threw', error: await encodeThrown(error, at) }, streamed: [] }
  }
}

async function call(step: CallStep, at: Performance): Promise<Performed> {
  const result = invoke(step, at)
  if (!isThenable(result))
    return { outcome: { kind: 'returned', value: await encode(result, at.session.hooks.live) }, streamed: [] }
  const settled = await settle(result, at.deadline)
  switch (settled.kind) {
    case 'resolved':
      return resolved(settled.value, at)
    case 'rejected':
      return { outcome: { kind: 'rejected', error: await encodeThrown(settled.error, at) }, streamed: [] }
    case 'timed-out':
      return timedOut(at)
  }
}

/** Reading a body may hang as well as the call itself. */
async function resolved(value: unknown, at: Performance): Promise<Performed> {
  const { lockstep, onRead } = at
  if (!(value instanceof Response)) {
    return { outcome: { kind: 'resolved', value: await encode(value, at.session.hooks.live) }, streamed: [] }
  }
  const reading = readResponse({ response: value, lockstep, onRead })
  const settled = await settle(reading, at.deadline)
  if (settled.kind !== 'resolved') return timedOut(at)
  const { encoded, pieces } = await reading
  return { outcome: { kind: 'resolved', value: encoded }, streamed: pieces }
}

function invoke(step: CallStep, { session, bindings }: Performance): unknown {
  const args = decode(substitute(step.with, bindings), session.hooks) as unknown[]
  const name = loneName(step.path)
  if (name !== undefined && typeof lookUp(name, bindings) !== 'string') {
    const kept = session.target(step.path, bindings) as (...args: unknown[]) => unknown
    return kept(...args)
  }
  const { owner, member } = walk(session.target(step.on, bindings), pathOf(step.path, bindings))
  const method = (owner as Record<string, unknown>)[member]
  if (typeof method !== 'function') throw new TypeError(`${step.path} is no function`)
  return Reflect.apply(method, owner, args)
}

function read(step: ReadStep, { session, bindings }: Performance): unknown {
  const { owner, member } = walk(session.target(step.on, bindings), pathOf(step.path, bindings))
  return (owner as Record<string, unknown>)[member]
}

function constructWith(step: ConstructStep, { session, bindings }: Performance): unknown {
  const args = decode(substitute(step.with, bindings), session.hooks) as unknown[]
  return construct(session.sdk, step.factory, args)
}

function pathOf(path: string, bindings: Bindings): string[] {
  return String(substitute(path, bindings)).split('.')
}

/** Follows a path to the owner of its last member, so that a method keeps its `this`. */
function walk(start: unknown, path: readonly string[]): { owner: unknown; member: string } {
  let owner = start
  for (const member of path.slice(0, -1)) owner = (owner as Record<string, unknown>)[member]
  return { owner, member: path.at(-1) as string }
}

function returned(value: unknown, { session }: Performance): Performed {
  return { outcome: { kind: 'returned', value: describe(value, session.hooks.live) }, streamed: [] }
}

function encodeThrown(error: unknown, { session }: Performance): Promise<Encoded> {
  return encode(error, session.hooks.live)
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
}
