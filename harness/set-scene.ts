import type { Bindings, Encoded } from './model/value.ts'
import type { Contract, Step } from './model/contract.ts'
import type { Escape, Observation } from './model/outcome.ts'
import type { RecordedRequest } from './model/exchange.ts'
import type { Fault } from './model/fault.ts'
import type { WireFact } from './model/wire.ts'
import { createWorld, type Roots, type World } from './emulator/world.ts'
import { createTurns, type Turns } from './emulator/turns.ts'
import { answerFrom } from './emulator/answer.ts'
import { openSession, type Sdk, type Session } from './execute/drivers/session.ts'
import { observe } from './execute/drivers/observe.ts'
import { createLockstep, type Lockstep } from './execute/stage/lockstep.ts'
import type { Response, Scene, Stage } from './execute/stage/stage.ts'
import { formValue } from './language/form.ts'
import { substitute } from './language/substitute.ts'
import { signalFor } from './signal-for.ts'

/** What a client with `service: true` holds on the stage. */
const serviceToken = 'service-token'

/** Where a draw is attempted: what outlives it. */
export interface Place {
  readonly sdk: Sdk
  readonly stage: Stage
  readonly limitMs: number
  readonly takeEscapes: () => Escape[]
  readonly takeUncaught: () => Encoded[]
  readonly fixture: (path: string) => Uint8Array
  /** Called before each step, so that a watcher knows how far it got. */
  readonly onStep: (step: number) => void
}

/** A scene that is set: steps can be performed in it. */
export interface SetScene {
  readonly scene: Scene
  readonly bindings: Bindings
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
  const names = Object.keys(given.clients)
  const apps = Object.fromEntries(
    names.map((name) => [name, appOf(given.clients[name]?.config?.['appId'], name, drawn)]),
  )
  const tokens = Object.fromEntries(Object.keys(given.users).map((user) => [user, `token-of-${user}`]))
  let answers: Turns<Response['answer']> | undefined
  let lockstep: Lockstep | undefined
  let onRead: (() => void)[] = []

  const respond = (sent: RecordedRequest, client: string): Response | null => {
    const request = fault?.request === undefined ? sent : fault.request(sent)
    if (request === null) return null
    const app = apps[client] as string
    const { answer, received } = reply({ request, app, answers, world })
    return {
      request,
      answer: fault?.answer?.(answer, request) ?? answer,
      ...(received && { received }),
      ...(lockstep && { lockstep }),
    }
  }

  const scene = place.stage.open({ clients: names, respond })
  const addresses = Object.fromEntries(
    names.map((name) => [name, { appId: apps[name] as string, serverUrl: scene.origins[name] ?? '' }]),
  )
  const bindings: Bindings = {
    ...drawn,
    clients: addresses,
    wire: wireOf(wire, apps[names[0] as string] as string),
    users: usersOf(tokens),
  }
  const roots = rootsOf(wire)
  const world = createWorld({ given, bindings, roots })
  const session: Session = openSession({
    sdk: place.sdk,
    given,
    addresses,
    tokens,
    serviceToken,
    signal: (when) =>
      signalFor(when, { onReceived: scene.onReceived, onRead: (listener) => void onRead.push(listener) }),
    fixture: place.fixture,
  })

  return {
    scene,
    bindings,
    async perform(step, names) {
      answers = step.answers && createTurns(step.answers.map((answer) => answerFrom(answer, names)))
      lockstep = step.expect.streams === undefined ? undefined : createLockstep()
      onRead = []
      return observe(step, names, {
        session,
        scene,
        limitMs: place.limitMs,
        lockstep,
        onRead: () => onRead.splice(0).forEach((listener) => listener()),
        refused: step.answers?.[0]?.fault !== undefined && substitute(step.answers[0].fault, names) === 'refused',
        takeEscapes: place.takeEscapes,
        takeUncaught: place.takeUncaught,
      })
    },
  }
}

function reply({
  request,
  app,
  answers,
  world,
}: {
  request: RecordedRequest
  app: string
  answers: Turns<Response['answer']> | undefined
  world: World
}): ReturnType<World['handle']> {
  if (answers === undefined) return world.handle(request, app)
  const received = world.locate(request, app)
  return { answer: answers.next(), ...(received && { received }) }
}

/** A client that is not told its app, or told by another name, still belongs to one: its own. */
function appOf(configured: Encoded | undefined, client: string, bindings: Bindings): string {
  const own = `app-of-${client}`
  if (configured === undefined) return own
  const app = substitute(configured, bindings)
  return formValue(app, 'value') === 'undefined' ? own : String(app)
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
  return { invoke: root('invoke'), fetch: root('fetch'), entities: root('entities') }
}

function usersOf(tokens: Readonly<Record<string, string>>): Encoded {
  return Object.fromEntries(
    Object.entries(tokens).map(([user, token]) => [user, { id: `id-of-${user}`, email: `${user}@example.com`, token }]),
  )
}
