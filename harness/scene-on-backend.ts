import { randomUUID } from 'node:crypto'
import type { BackendAccess, SignedIn } from './model/backend.ts'
import type { Exchange } from './model/exchange.ts'
import type { Bindings, Template } from './model/value.ts'
import type { Given } from './model/world.ts'
import type { JsonRecord } from './execute/backends/entity-store.ts'
import type { GivenRecords, Records } from './execute/backends/records.ts'
import { openLocalProject } from './execute/backends/local-project.ts'
import type { Desk, DeskAnswer, HandedRequest } from './execute/desk/desk.ts'
import type { Tap } from './execute/tap/tap.ts'
import { platformAnswer } from './emulator/answer.ts'
import { jsonText } from './language/json.ts'
import { subPathOf } from './language/sub-path.ts'
import { lookUp, substitute } from './language/substitute.ts'
import type { Ground, GroundOptions } from './ground.ts'
import { plantedIn } from './planted-in.ts'

/** A backend and what stands in front of it and behind its functions. */
export interface BackendPlace {
  readonly access: BackendAccess
  readonly tap: Tap
  readonly desk: Desk
  /** Who answers at the desk from now on; undefined for nobody. */
  readonly attend: (answer: ((handed: HandedRequest) => DeskAnswer) | undefined) => void
  /** The records of this run, below the address of entities. */
  readonly recordsAt: (entities: string) => Records
}

/** The world deployed at a backend: the caller comes through the tap, and what a function gets arrives at the desk. */
export function sceneOnBackend(
  { access, tap, desk, attend, recordsAt }: BackendPlace,
  { given, drawn, fault, moment, sockets }: GroundOptions,
): Ground {
  const names = Object.keys(given.clients)
  const exchanges: Exchange[] = []
  const users = usersOf(given, access)
  let records: Records | undefined
  let heard: (() => void)[] = []
  const handedOver: { readonly handed: HandedRequest; readonly exchange: Exchange }[] = []
  const local = access.local && openLocalProject(access.local)
  const planted = plantedIn({ fault, access, exchanges, given, drawn })
  attend(answerBehind)

  function answerBehind(handed: HandedRequest): DeskAnswer {
    const { function: name } = handed
    const request = planted.received(handed.request)
    const answer = moment.world?.answerOf(name) ?? platformAnswer(404, `no contract expects a call of ${name} now`)
    const { lockstep } = moment
    const { status, headers, body, chunks, fault: failing } = answer
    const exchange: Exchange = {
      client: '',
      seat: 'desk',
      request,
      response: {
        status,
        headers,
        body: chunks === undefined ? body : Buffer.concat(chunks),
        ...(failing !== undefined && { fault: failing }),
      },
      received: { function: name, subPath: subPathOf({ name, target: request.target, appId: access.appId }) },
      aborted: false,
    }
    exchanges.push(exchange)
    handedOver.push({ handed, exchange })
    const listeners = heard
    heard = []
    for (const listener of listeners) listener()
    return { answer, ...(lockstep && { lockstep }) }
  }

  const before = tap.open({ clients: names, exchanges, spoiling: planted.spoiling, sockets })
  return {
    scene: {
      ...before,
      exchanges,
      async settled() {
        await before.settled()
        await desk.settled()
        for (const { handed, exchange } of handedOver) exchange.aborted = handed.aborted
      },
      onReceived: (listener) => void heard.push(listener),
      isWaiting: tap.isWaiting,
      close() {
        before.close()
        attend(undefined)
        desk.requests.length = 0
        desk.drop()
      },
    },
    ...(local && { local }),
    ...(access.serviceToken !== undefined && { serviceToken: access.serviceToken }),
    guest: { key: access.key, id: randomUUID, now: Date.now },
    addresses: Object.fromEntries(
      names.map((name) => [name, { appId: access.appId, serverUrl: before.origins[name] ?? '' }]),
    ),
    users,
    async seed(bindings) {
      if (Object.keys(given.entities).length === 0) return undefined
      records = recordsAt(String(lookUp('wire.entities', bindings)))
      const seeded = await records.seed(recordsOf(given, bindings), (owner) => users[owner]?.token ?? '')
      return seeded.kind === 'seeded' ? undefined : seeded.message
    },
    async clear() {
      await local?.restore()
      const left = (await records?.clear()) ?? []
      return left.map(({ entity, id, reason }) => `${entity}/${id}: ${reason}`)
    },
  }
}

/** Entity → owner → records, as plain JSON with their names filled in. */
function recordsOf({ entities }: Given, bindings: Bindings): GivenRecords {
  const filled = Object.entries(entities).map(([name, owners]): [string, Record<string, JsonRecord[]>] => [
    String(substitute(name, bindings)),
    Object.fromEntries(Object.entries(owners).map(([owner, list]) => [owner, list.map((one) => plain(one, bindings))])),
  ])
  return Object.fromEntries(filled)
}

function plain(record: Template, bindings: Bindings): JsonRecord {
  return JSON.parse(jsonText(substitute(record, bindings)) ?? '{}') as JsonRecord
}

/** The first user of a role plays the first that a contract names in that role, and so on. */
function usersOf({ users }: Given, access: BackendAccess): Record<string, SignedIn> {
  const taken = new Map<string, number>()
  return Object.fromEntries(
    Object.entries(users).map(([name, { role = 'user' }]) => {
      const nth = taken.get(role) ?? 0
      taken.set(role, nth + 1)
      const user = access.users[role]?.[nth]
      if (user === undefined)
        throw new Error(`the backend has no user ${nth + 1} of role ${role}; the plan should know`)
      return [name, user]
    }),
  )
}
