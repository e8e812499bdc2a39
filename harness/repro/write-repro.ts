import type { Contract, Row } from '../model/contract.ts'
import type { Mismatch } from '../model/verdict.ts'
import type { Bindings, Encoded } from '../model/value.ts'
import type { Lane } from '../model/plan.ts'
import type { WireFact } from '../model/wire.ts'
import { answeringSource, nobody } from './answering.ts'
import { appOf } from './clients.ts'
import { headSource, type Evidence } from './head.ts'
import { hearsOfSockets } from '../language/hears-of-sockets.ts'
import { createNames, identifierOf } from './names.ts'
import { NotExpressible } from './not-expressible.ts'
import { preambleSource } from './preamble.ts'
import { recordsSource } from './records.ts'
import { writeReply } from './replies.ts'
import type { Script } from './script.ts'
import { serverSource, serverState } from './server.ts'
import { importsOf, snippetsFor } from './snippets/index.ts'
import { layout, led, listOf, objectOf } from './source/doc.ts'
import type { Scope } from './source/scope.ts'
import { fill } from './source/scope.ts'
import { quote } from './source/text.ts'
import { stepsSource } from './steps.ts'

export interface ReproRequest {
  readonly contract: Contract
  readonly row: Row
  readonly draw: Bindings
  /** Index of the step in which it was seen. */
  readonly step: number
  readonly mismatch: Mismatch
  readonly wire: readonly WireFact[]
  readonly lane: Exclude<Lane, 'backend'>
  readonly fixture: (path: string) => Uint8Array
  readonly evidence: Evidence
}

/** A script, or why there is none. */
export type Repro =
  { readonly kind: 'script'; readonly text: string } | { readonly kind: 'not-expressible'; readonly why: string }

/**
 * A script that shows a violation with nothing but the SDK and Node: the world of the contract as a server on this
 * machine, its steps as calls with the values of the counterexample, and the expectation that was violated.
 */
export function writeRepro(request: ReproRequest): Repro {
  try {
    return { kind: 'script', text: scriptSource(request) }
  } catch (error) {
    if (error instanceof NotExpressible) return { kind: 'not-expressible', why: error.message }
    throw error
  }
}

function scriptSource(request: ReproRequest): string {
  const { wire, lane, mismatch, evidence, contract } = request
  if (hearsOfSockets(contract).any)
    throw new NotExpressible('its clients open sockets, and `node:http` alone cannot be the platform for those')
  const script = openScript(request)
  const loadOnly = mismatch.observedClass === 'load'
  const functions = functionsSource(script)
  const steps = loadOnly ? '' : stepsSource(script)
  if (contract.steps.some(({ expect }) => expect.receives !== undefined) || functions !== undefined)
    script.need('located')
  if (usesRecords(request)) script.need('records')
  const preamble = preambleSource(script, lane)
  const snippets = snippetsFor(script.needed)
  const hosts = lane === 'host-name'
  const parts = [
    headSource(evidence, mismatch),
    importsOf(snippets, steps),
    preamble.text,
    section('The platform’s part: a server on this machine, which keeps what it is asked.', [
      serverState(script.needed),
      ...snippets.flatMap(({ state = '' }) => state),
      functions ?? '',
      ...(script.needed.has('records') ? [] : [nobody]),
      ...(script.needed.has('records') ? [recordsSource(script, wire)] : []),
      ...serving(script, hosts),
    ]),
    section('What is done with the SDK.', [steps]),
    preamble.end,
    section('What the lines above use.', [
      serverSource({ needed: script.needed, wire, functions: functions !== undefined, lane }),
      answeringSource(script.needed),
      ...snippets.map(({ code }) => code),
    ]),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function openScript({ contract, row, draw, wire, mismatch, step, fixture }: ReproRequest): Script {
  const values: Record<string, Encoded> = { ...row.bindings, ...draw }
  const scope: Scope = { values, code: new Map() }
  const names = createNames(scope)
  const needed = new Set<string>(['end'])
  const clients = Object.keys(contract.given.clients)
  const apps = clients.map((client) => [client, { appId: appOf(client, { contract, scope }) }] as const)
  values['clients'] = Object.fromEntries(apps)
  values['wire'] = Object.fromEntries(
    wire.map(({ name, value }) => [name, value.replace('{appId}', apps[0]?.[1].appId ?? '')]),
  )
  values['users'] = Object.fromEntries(
    Object.keys(contract.given.users).map((user) => [
      user,
      { id: `id-of-${user}`, email: `${user}@example.com`, token: `token-of-${user}` },
    ]),
  )
  for (const client of clients)
    scope.code.set(
      `clients.${client}.serverUrl`,
      clients.length === 1 ? 'serverUrl' : names.fresh(`${identifierOf(client)}Url`),
    )
  const need = (name: string): void => void needed.add(name)
  return { scope, literal: false, need, fixture, contract, mismatch, step, names, needed, built: new Map() }
}

/** The functions of the world, and what they answer. */
function functionsSource(script: Script): string | undefined {
  const deployed = Object.entries(script.contract.given.functions)
  if (deployed.length === 0) return undefined
  const docs = deployed.map(([name, replies]) => {
    const filled = fill(name, script.scope)
    const written = filled.kind === 'code' ? filled.code : quote(String(filled.value))
    const all = listOf(replies.map((reply) => writeReply(reply, script)))
    return objectOf([`name: ${written}`, led('replies: ', all)])
  })
  return layout(led('const functions = ', listOf(docs)))
}

/** A server for each client, so that it is known who asked. */
function serving(script: Script, hosts: boolean): string[] {
  return Object.keys(script.contract.given.clients).map((client) => {
    const name = script.scope.code.get(`clients.${client}.serverUrl`) as string
    const app = quote(appOf(client, script))
    return `${hosts ? '' : 'const '}${name} = await serve(${quote(client)}, ${app})`
  })
}

/** Where nothing else answers, entities are asked for the records of the world. */
function usesRecords({ contract, row, draw }: ReproRequest): boolean {
  const { given, steps } = contract
  if (Object.keys(given.entities).length > 0) return true
  return JSON.stringify([steps.filter(({ answers }) => answers === undefined), row.bindings, draw]).includes(
    'entities.',
  )
}

function section(title: string, parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '')
  return text.length === 0 ? '' : [`// ${title}`, ...text].join('\n\n')
}
