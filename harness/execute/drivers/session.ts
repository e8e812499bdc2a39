import type { Bindings, Encoded } from '../../model/value.ts'
import type { Given } from '../../model/world.ts'
import { lookUp, loneName, substitute } from '../../language/substitute.ts'
import { createCallbacks, type Callbacks } from './callbacks.ts'
import { decode, type Hooks } from './decode.ts'
import { createLiveValues, referenceOf } from './live.ts'

/** The exports of an SDK that contracts construct clients with. */
export type Sdk = Readonly<Record<string, unknown>>

/** What lives as long as one draw of one case: its clients, its callbacks, its kept values. */
export interface Session {
  readonly sdk: Sdk
  readonly hooks: Hooks
  readonly callbacks: Callbacks
  /** The live value that `on` names: a client, built at first use, or a kept value. */
  target: (on: string | undefined, bindings: Bindings) => unknown
  /** The client that `on` names; the first where it names none, or something that was kept. */
  nameOf: (on: string | undefined) => string
  /** Where the app of a client is, the first one's where none is named. */
  address: (client?: string) => Address
  /** Set where backend functions take orders. */
  readonly guest?: Guest
  /** Set where a backend runs here: puts files into its project. */
  readonly deploy?: Deploy
}

/** Path below `base44/` → what stands there from now on. Resolves when the backend has had its chance to see it. */
export type Deploy = (files: ReadonlyMap<string, Uint8Array>) => Promise<void>

/** What it takes to have a step performed inside a backend function. */
export interface Guest {
  /** Shared with the fixture functions; a secret. */
  readonly key: string
  /** An id that no other step has. */
  readonly id: () => string
  /** Milliseconds since 1970: a function acts on no order that is old. */
  readonly now: () => number
}

/** Where a client finds its app: what a client's configuration is laid over. */
export interface Address {
  readonly appId: string
  readonly serverUrl: string
}

export function openSession({
  sdk,
  given,
  addresses,
  tokens,
  serviceToken,
  guest,
  deploy,
  signal,
  fixture,
}: {
  sdk: Sdk
  given: Given
  addresses: Readonly<Record<string, Address>>
  /** User → the token that was minted for them. */
  tokens: Readonly<Record<string, string>>
  /** What a client with `service: true` holds besides. */
  serviceToken?: string | undefined
  guest?: Guest | undefined
  deploy?: Deploy | undefined
  signal: (when: string) => AbortSignal
  fixture: (path: string) => Uint8Array
}): Session {
  const live = createLiveValues()
  const callbacks = createCallbacks(live)
  const hooks: Hooks = { live, callback: callbacks.callback, signal, fixture }
  const clients = new Map<string, unknown>()

  function client(name: string, bindings: Bindings): unknown {
    if (!clients.has(name)) clients.set(name, build(name, bindings))
    return clients.get(name)
  }

  function build(name: string, bindings: Bindings): unknown {
    const { user, service, config } = given.clients[name] ?? {}
    const written = decode(substitute((config ?? {}) as Encoded, bindings), hooks) as Record<string, unknown>
    const signedIn = user === undefined ? {} : { token: tokens[user] }
    const merged = { ...addresses[name], ...signedIn, ...(service === true && { serviceToken }), ...written }
    const entries = Object.entries(merged).filter(([, value]) => value !== undefined)
    return construct(sdk, 'createClient', [Object.fromEntries(entries)])
  }

  const first = Object.keys(given.clients)[0] as string

  return {
    sdk,
    hooks,
    callbacks,
    ...(guest && { guest }),
    ...(deploy && { deploy }),
    nameOf: (on) => (on !== undefined && Object.hasOwn(given.clients, on) ? on : first),
    address(client = first) {
      const address = addresses[client]
      if (address === undefined) throw new Error(`${client} is no client; the loader should have refused it`)
      return address
    },
    target(on = first, bindings) {
      if (Object.hasOwn(given.clients, on)) return client(on, bindings)
      const kept = lookUp(loneName(on) ?? on, bindings)
      const reference = kept === undefined ? undefined : referenceOf(kept)
      return reference === undefined ? kept : live.get(reference)
    },
  }
}

/** Calls an exported factory; an SDK without it is no reason to stop, but something to judge. */
export function construct(sdk: Sdk, factory: string, args: readonly unknown[]): unknown {
  const create = sdk[factory]
  if (typeof create !== 'function') throw new TypeError(`the SDK exports no function ${factory}`)
  return (create as (...args: readonly unknown[]) => unknown)(...args)
}
