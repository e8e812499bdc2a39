import { randomUUID } from 'node:crypto'
import type { BackendAccess, SignedIn } from './model/backend.ts'
import type { Exchange } from './model/exchange.ts'
import type { Given } from './model/world.ts'
import type { Desk, DeskRequest, DeskResponse } from './execute/desk/desk.ts'
import type { Lockstep } from './execute/stage/lockstep.ts'
import type { Tap } from './execute/tap/tap.ts'
import { platformAnswer } from './emulator/answer.ts'
import { subPathOf } from './language/sub-path.ts'
import type { Ground, GroundOptions } from './ground.ts'

/** A backend and what stands in front of it and behind its functions. */
export interface BackendPlace {
  readonly access: BackendAccess
  readonly tap: Tap
  readonly desk: Desk
}

/** The world deployed at a backend: the caller comes through the tap, and what a function gets arrives at the desk. */
export function sceneOnBackend({ access, tap, desk }: BackendPlace, { given, fault, moment }: GroundOptions): Ground {
  const names = Object.keys(given.clients)
  const exchanges: Exchange[] = []
  let heard: (() => void)[] = []
  const behind = desk.attend((request) => answerBehind(request))

  function answerBehind({ function: name, request, closed }: DeskRequest): DeskResponse {
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
    void noteEnd({ exchange, closed, lockstep })
    const listeners = heard
    heard = []
    for (const listener of listeners) listener()
    return { answer, ...(lockstep && { lockstep }) }
  }

  const before = tap.open({ clients: names, exchanges, spoiling: { request: fault?.request, answer: fault?.answer } })
  return {
    scene: {
      origins: before.origins,
      exchanges,
      async settled() {
        await before.settled()
        await behind.settled()
      },
      onReceived: (listener) => void heard.push(listener),
      refuse: before.refuse,
      restore: before.restore,
      close() {
        before.close()
        behind.close()
      },
    },
    ...(access.serviceToken !== undefined && { serviceToken: access.serviceToken }),
    guest: { key: access.key, id: randomUUID, now: Date.now },
    addresses: Object.fromEntries(
      names.map((name) => [name, { appId: access.appId, serverUrl: before.origins[name] ?? '' }]),
    ),
    users: usersOf(given, access),
  }
}

async function noteEnd({
  exchange,
  closed,
  lockstep,
}: {
  exchange: Exchange
  closed: Promise<boolean>
  lockstep: Lockstep | undefined
}): Promise<void> {
  const finished = await closed
  lockstep?.release()
  exchange.aborted = !finished
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
