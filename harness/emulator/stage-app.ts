import type { Bindings, Encoded } from '../model/value.ts'
import type { Answer, Given } from '../model/world.ts'
import type { RecordedRequest } from '../model/exchange.ts'
import { isObject } from '../language/form.ts'
import { jsonText } from '../language/json.ts'
import { substitute } from '../language/substitute.ts'
import { userEntity, type Caller, type Change, type Emulated, type EntityEvent, type Row } from './emulated.ts'
import { openMemoryStore } from './store/memory-store.ts'

/** The emulator in process: whatever a contract's world holds besides functions, answered by the emulator's own routes. */
export type StageApp = (request: RecordedRequest, appId: string) => Promise<Answer>

/**
 * What differs from an emulator that serves a project follows from the stage being everybody's: an entity is whatever
 * is called one, tokens are `token-of-<user>`, and one that is anybody else's is nobody's.
 */
export function openStageApp({
  given,
  bindings,
  publish,
}: {
  given: Given
  bindings: Bindings
  /** Told of what happens to records. */
  publish?: ((event: EntityEvent) => void) | undefined
}): StageApp {
  const store = openMemoryStore()
  store.write([...usersOf(given), ...seedsOf(given, bindings)])
  let made = 0
  const shared: Omit<Emulated, 'appId'> = {
    schemaOf: (name) => ({ name, properties: {} }),
    store,
    tokens: {
      ofUser: (user) => Promise.resolve(`token-of-${String(user['name'])}`),
      ofService: () => Promise.resolve('service-token'),
      callerOf: (token) => Promise.resolve(callerWith(token, store.all(userEntity))),
    },
    publish: publish ?? (() => undefined),
    say: () => undefined,
    now: () => new Date(),
    newId: () => `record-${++made}`,
    recorded: () => undefined,
  }
  return async (request, appId) => {
    // Most contracts have no use for it, and a thread is to be ready soon.
    const { app } = await import('./app.ts')
    return answerOf(await app.fetch(asRequest(request), { app: { ...shared, appId } }))
  }
}

function callerWith(token: string, users: readonly Row[]): Caller {
  if (token === 'service-token') return { kind: 'service' }
  const user = users.find(({ name }) => token === `token-of-${String(name)}`)
  return user === undefined ? { kind: 'nobody' } : { kind: 'user', user }
}

function usersOf({ users }: Given): Change[] {
  return Object.entries(users).map(([name, { role = 'user' }]) => ({
    kind: 'put',
    collection: userEntity,
    row: { id: `id-of-${name}`, email: emailOf(name), name, full_name: name, role, is_verified: true },
  }))
}

function emailOf(name: string): string {
  return `${name}@example.com`
}

/** The records of every owner, the first the newest: so they are listed as they are written. */
function seedsOf({ entities }: Given, bindings: Bindings): Change[] {
  const written = Object.entries(entities).flatMap(([name, byOwner]) =>
    Object.entries(byOwner).flatMap(([owner, records]) =>
      records.map((record) => ({
        collection: String(substitute(name, bindings)),
        owner,
        fields: substitute(record, bindings),
      })),
    ),
  )
  return written.map(({ collection, owner, fields }, index) => {
    const date = new Date(Date.UTC(2026, 0, 1) - index * 1000).toISOString()
    const own = { id: `${collection}-${index + 1}`, created_by: emailOf(owner), created_date: date, updated_date: date }
    return { kind: 'put', collection, row: { ...own, ...plain(fields) } }
  })
}

function plain(fields: Encoded): Record<string, never> {
  return isObject(fields) ? (JSON.parse(jsonText(fields) ?? '{}') as Record<string, never>) : {}
}

/** What the address says of its host is for the stage, which is asked under many. */
function asRequest({ method, target, headers, body }: RecordedRequest): Request {
  return new Request(`http://stage${target}`, {
    method,
    headers: headers.filter(([name]) => !/^(host|connection|content-length|transfer-encoding)$/i.test(name)) as [
      string,
      string,
    ][],
    ...(method !== 'GET' && method !== 'HEAD' && { body: body as BodyInit }),
  })
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, headers: [...response.headers], body: new Uint8Array(await response.arrayBuffer()) }
}
