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
  signal,
  fixture,
}: {
  sdk: Sdk
  given: Given
  addresses: Readonly<Record<string, Address>>
  /** User → the token that was minted for them. */
  tokens: Readonly<Record<string, string>>
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
    const { user, config } = given.clients[name] ?? {}
    const written = decode(substitute((config ?? {}) as Encoded, bindings), hooks) as Record<string, unknown>
    const merged = { ...addresses[name], ...(user !== undefined && { token: tokens[user] }), ...written }
    const entries = Object.entries(merged).filter(([, value]) => value !== undefined)
    return construct(sdk, 'createClient', [Object.fromEntries(entries)])
  }

  return {
    sdk,
    hooks,
    callbacks,
    target(on = Object.keys(given.clients)[0] as string, bindings) {
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
