import type { Bindings, Encoded } from './model/value.ts'
import type { Contract, Step } from './model/contract.ts'
import type { Escape, Observation } from './model/outcome.ts'
import type { Fault } from './model/fault.ts'
import type { SignedIn } from './model/backend.ts'
import type { WireFact } from './model/wire.ts'
import type { Given } from './model/world.ts'
import { createWorld, type Roots } from './emulator/world.ts'
import { createTurns } from './emulator/turns.ts'
import { answerFrom } from './emulator/answer.ts'
import { openSession, type Address, type Sdk, type Session } from './execute/drivers/session.ts'
import { observe } from './execute/drivers/observe.ts'
import { createLockstep } from './execute/stage/lockstep.ts'
import type { Scene, Stage } from './execute/stage/stage.ts'
import { substitute } from './language/substitute.ts'
import type { Moment } from './ground.ts'
import { hearsOfSockets } from './language/hears-of-sockets.ts'
import { sceneOnBackend, type BackendPlace } from './scene-on-backend.ts'
import { sceneOnStage } from './scene-on-stage.ts'
import { signalFor } from './signal-for.ts'

/** Where a draw is attempted: what outlives it. */
export interface Place {
  readonly sdk: Sdk
  /** The stage, or a backend that is judged. */
  readonly ground: { readonly kind: 'stage'; readonly stage: Stage } | ({ readonly kind: 'backend' } & BackendPlace)
  readonly limitMs: number
  readonly takeEscapes: () => Escape[]
  readonly takeUncaught: () => Encoded[]
  readonly fixture: (path: string) => Uint8Array
  /** Told of each record that a backend did not remove. */
  readonly onLeftover?: (left: string) => void
  /** Called before each step, so that a watcher knows how far it got. */
  readonly onStep: (step: number) => void
}

/** A scene that is set: steps can be performed in it. */
export interface SetScene {
  readonly scene: Scene
  readonly bindings: Bindings
  /** Puts the records there that a contract starts from; a sentence where that was refused. */
  readonly seed: () => Promise<string | undefined>
  /** Takes them away; tells, in words, what is left. */
  readonly clear: () => Promise<readonly string[]>
  readonly perform: (step: Step, bindings: Bindings) => Promise<Observation>
}

/** Opens a scene for one draw: the world as the contract describes it, and clients that are built at first use. */
export function setScene({
  contract,
  wire,
  drawn,
  fault,
  place,
}: {
  contract: Contract
  wire: readonly WireFact[]
  drawn: Bindings
  fault: Fault | undefined
  place: Place
}): SetScene {
  const { given } = contract
  const { ground } = place
  const moment: Moment = { answers: undefined, lockstep: undefined, world: undefined }
  const hears = hearsOfSockets(contract)
  const options = { given, drawn, fault, moment, sockets: hears.any }
  const { scene, addresses, users, serviceToken, guest, local, seed, clear, publish } =
    ground.kind === 'stage' ? sceneOnStage(ground.stage, options) : sceneOnBackend(ground, options)
  const bindings: Bindings = {
    ...drawn,
    clients: { ...addresses, ...serviceClients(given, addresses, serviceToken) } as unknown as Encoded,
    wire: wireOf(wire, Object.values(addresses)[0]?.appId ?? ''),
    users: users as unknown as Encoded,
  }
  moment.world = createWorld({ given, bindings, roots: rootsOf(wire), publish })
  let onRead: (() => void)[] = []
  let onAlone: (() => void)[] = []
  const session: Session = openSession({
    sdk: place.sdk,
    given,
    addresses,
    tokens: tokensOf(users),
    serviceToken,
    guest,
    deploy: local?.deploy,
    signal: (when) =>
      signalFor(when, {
        onReceived: scene.onReceived,
        onRead: (listener) => void onRead.push(listener),
        onAlone: (listener) => void onAlone.push(listener),
      }),
    fixture: place.fixture,
  })

  return {
    scene,
    bindings,
    seed: async () => seed?.(bindings),
    clear: async () => (await clear?.()) ?? [],
    async perform(step, names) {
      moment.answers = step.answers && createTurns(step.answers.map((answer) => answerFrom(answer, names)))
      moment.lockstep = step.expect.streams === undefined ? undefined : createLockstep()
      onRead = []
      onAlone = []
      const seen = await observe(step, names, {
        session,
        scene,
        limitMs: place.limitMs,
        lockstep: moment.lockstep,
        onRead: () => onRead.splice(0).forEach((listener) => listener()),
        onAlone: () => onAlone.splice(0).forEach((listener) => listener()),
        refused: step.answers?.[0]?.fault !== undefined && substitute(step.answers[0].fault, names) === 'refused',
        terminal: local?.terminal,
        takeEscapes: place.takeEscapes,
        takeUncaught: place.takeUncaught,
      })
      return hears.frames ? seen : { ...seen, exchanges: seen.exchanges.filter(({ frame }) => frame === undefined) }
    },
  }
}

/** Those that hold the service token: a contract may say where it must not be. */
function serviceClients(
  { clients }: Given,
  addresses: Readonly<Record<string, Address>>,
  serviceToken: string | undefined,
): Record<string, Address & { readonly serviceToken: string }> {
  const holders = Object.entries(addresses).filter(([name]) => clients[name]?.service === true)
  if (serviceToken === undefined) return {}
  return Object.fromEntries(holders.map(([name, address]) => [name, { ...address, serviceToken }]))
}

function wireOf(facts: readonly WireFact[], app: string): Encoded {
  return Object.fromEntries(facts.map(({ name, value }) => [name, value.replace('{appId}', app)]))
}

function rootsOf(facts: readonly WireFact[]): Roots {
  const root = (name: string): string => {
    const fact = facts.find((fact) => fact.name === name)
    if (fact === undefined) throw new Error(`contracts/wire.yaml states no ${name}`)
    return fact.value
  }
  return { invoke: root('invoke'), fetch: root('fetch') }
}

function tokensOf(users: Readonly<Record<string, SignedIn>>): Record<string, string> {
  return Object.fromEntries(Object.entries(users).map(([name, { token }]) => [name, token]))
}
