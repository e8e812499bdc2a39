import type { EncodedObject } from '../model/value.ts'
import { formValue } from '../language/form.ts'
import { loneName } from '../language/substitute.ts'
import { callOf, led, objectOf, type Doc } from './source/doc.ts'
import { fill, fillNow, type Filled } from './source/scope.ts'
import { keyOf, quote } from './source/text.ts'
import { keyText, writeValue } from './source/value.ts'
import type { Script } from './script.ts'

/** The app that a client belongs to. */
export function appOf(client: string, { contract, scope }: Pick<Script, 'contract' | 'scope'>): string {
  const configured = contract.given.clients[client]?.config?.['appId']
  if (configured === undefined || typeof configured !== 'string') return `app-of-${client}`
  return fillNow(configured, scope)
}

/** `createClient({ … })` as the world of the contract has it: its own configuration over the address of the server. */
export function writeClient(client: string, script: Script): Doc {
  const { user, service, config = {} } = script.contract.given.clients[client] ?? {}
  const members = new Map<string, Doc>([
    ['appId', writeValue(appOf(client, script), { ...script, literal: true })],
    ['serverUrl', script.scope.code.get(`clients.${client}.serverUrl`) as string],
  ])
  if (user !== undefined) members.set('token', writeValue(`token-of-${user}`, { ...script, literal: true }))
  if (service === true) members.set('serviceToken', quote('service-token'))
  for (const [key, item] of Object.entries(config as EncodedObject)) {
    const name = keyText(key, script)
    const value = valueBehind(item as never, script)
    if (formValue(value, 'value') === 'undefined') members.delete(name)
    else members.set(name, writeValue(item, script))
  }
  script.need('createClient')
  return callOf('createClient', [objectOf([...members].map(([key, doc]) => shorthand(key, doc)))])
}

function shorthand(key: string, doc: Doc): Doc {
  return doc === key ? key : led(`${keyOf(key)}: `, doc)
}

/** What a text that is nothing but a name stands for. */
function valueBehind(item: EncodedObject, { scope }: Script): EncodedObject | undefined {
  if (loneName(item) === undefined) return item
  const filled: Filled = fill(item as never as string, scope)
  return filled.kind === 'value' ? (filled.value as EncodedObject) : undefined
}
