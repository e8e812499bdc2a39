import type { Arguments, CallStep, Step } from '../model/contract.ts'
import type { Encoded } from '../model/value.ts'
import { loneName } from '../language/substitute.ts'
import { callOf, led, type Doc } from './source/doc.ts'
import { fill, fillNow } from './source/scope.ts'
import { memberOf } from './source/text.ts'
import { writeValue } from './source/value.ts'
import { writeClient } from './clients.ts'
import { NotExpressible } from './not-expressible.ts'
import { sdkStepsOf, type SdkStep } from './sdk-step.ts'
import type { Script } from './script.ts'

/** One action as a caller would write it: `client.functions.invoke('a', { b: 1 })`. */
export function writeAction(step: SdkStep, script: Script): Doc {
  switch (step.kind) {
    case 'call':
      return callOf(calleeOf(step, script), argumentsOf(step.with, script))
    case 'construct':
      script.need(step.factory)
      return callOf(step.factory, argumentsOf(step.with, script))
    case 'read':
      return `${targetOf(step.on, script)}${pathOf(step.path, script)}`
  }
}

/** The clients that steps use, built where they were not yet. The lines that build them. */
export function buildClients(steps: readonly Step[], script: Script): Doc[] {
  const used = steps.flatMap(sdkStepsOf).flatMap((step) => (usesClient(step, script) ? [clientOf(step, script)] : []))
  return used.flatMap((client): Doc[] => {
    if (client === undefined || script.built.has(client)) return []
    const name = nameFor(client, script)
    script.built.set(client, name)
    return [led(`const ${name} = `, writeClient(client, script))]
  })
}

/** The only client of a step that is not built yet: where building it may fail, it is built inside the action. */
export function buildInside(step: Step, script: Script): Doc | undefined {
  const [alone] = step.kind === 'together' ? [] : sdkStepsOf(step)
  if (alone === undefined || !usesClient(alone, script)) return undefined
  const client = clientOf(alone, script)
  if (client === undefined || script.built.has(client)) return undefined
  const name = nameFor(client, script)
  script.built.set(client, name)
  return led(`${name} = `, writeClient(client, script))
}

/** The only client is called as in the documentation, one of several after its name. */
function nameFor(client: string, { contract, names }: Script): string {
  return names.fresh(Object.keys(contract.given.clients).length === 1 ? 'base44' : `${client}Client`)
}

function usesClient(step: SdkStep, script: Script): boolean {
  return step.kind === 'read' || (step.kind === 'call' && keptFunction(step.path, script) === undefined)
}

/** The contract's name of the client, or undefined for a kept value. */
function clientOf(step: SdkStep, { contract }: Script): string | undefined {
  const names = Object.keys(contract.given.clients)
  const on = step.kind === 'construct' ? undefined : (step.on ?? names[0])
  return on !== undefined && Object.hasOwn(contract.given.clients, on) ? on : undefined
}

function calleeOf(step: CallStep, script: Script): string {
  return keptFunction(step.path, script) ?? `${targetOf(step.on, script)}${pathOf(step.path, script)}`
}

/** `${stop}`: the function that was kept under this name. */
function keptFunction(path: string, { scope }: Script): string | undefined {
  if (loneName(path) === undefined) return undefined
  const filled = fill(path, scope)
  return filled.kind === 'code' ? filled.code : undefined
}

function targetOf(on: string | undefined, script: Script): string {
  const name = on ?? (Object.keys(script.contract.given.clients)[0] as string)
  const client = script.built.get(name)
  if (client !== undefined) return client
  const kept = fill(loneName(name) === undefined ? `\${${name}}` : name, script.scope)
  if (kept.kind === 'value') throw new NotExpressible(`"${name}" is a value and not a client`)
  return kept.code
}

function pathOf(path: string, { scope }: Script): string {
  return fillNow(path, scope).split('.').map(memberOf).join('')
}

function argumentsOf(written: Arguments, script: Script): Doc[] {
  if (typeof written !== 'string') return written.map((one) => writeValue(one, script))
  const filled = fill(written, script.scope)
  if (filled.kind === 'code') throw new NotExpressible('a list of arguments that is known only while the contract runs')
  return (filled.value as readonly Encoded[]).map((one) => writeValue(one, { ...script, literal: true }))
}
