import { createClient } from '@base44/sdk'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EntityEvent } from '../emulated.ts'
import { openSmallApp, type SmallApp } from './fixtures/small-app.ts'
import { rawSocket } from './fixtures/raw-socket.ts'

interface Heard {
  readonly type: string
  readonly id: string
  readonly data: Record<string, unknown>
  readonly timestamp: string
}

let app: SmallApp
let endings: (() => void)[] = []

beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
  app = await openSmallApp()
})
afterEach(async () => {
  for (const end of endings.splice(0)) end()
  await app.close()
})

/** A subscriber as an app has one; `until` resolves when it has heard so many events. */
async function subscriber(token: string | undefined, { entity = 'Task', appId = 'app' } = {}) {
  const client = createClient({ appId, serverUrl: app.serverUrl, ...(token !== undefined && { token }) })
  const heard: Heard[] = []
  let wake = (): void => undefined
  const stop = client.entities[entity]?.subscribe((event) => {
    heard.push(event as unknown as Heard)
    wake()
  })
  endings.push(() => client.cleanup())
  const until = async (count: number): Promise<Heard[]> => {
    while (heard.length < count) await new Promise<void>((resolve) => (wake = resolve))
    return heard
  }
  return { heard, until, stop: stop as () => void }
}

const change = (type: EntityEvent['type'], row: EntityEvent['row'], entity = 'Task'): void =>
  app.realtime.publish({ entity, type, row })

/** Nothing acknowledges a join: a row is published until it is heard, and only what follows counts. */
async function joined(...subscribers: readonly { heard: Heard[] }[]): Promise<void> {
  await vi.waitFor(() => {
    for (const entity of ['Task', 'Note']) change('create', { id: 'knock' }, entity)
    if (subscribers.some(({ heard }) => heard.length === 0)) throw new Error('not joined yet')
  }, 5000)
  await new Promise((resolve) => setTimeout(resolve, 50))
  for (const { heard } of subscribers) heard.length = 0
}

test('create, update and delete are heard in order, once, with the row as it is or was', async () => {
  const alice = await subscriber('user-alice')
  await joined(alice)
  change('create', { id: '1', title: 'a', owner: 'alice' })
  change('update', { id: '1', title: 'b', owner: 'alice' })
  change('delete', { id: '1', title: 'b', owner: 'alice' })
  const timestamp = '2026-11-21T12:00:00.000Z'
  expect(await alice.until(3)).toEqual([
    { type: 'create', id: '1', data: { id: '1', title: 'a', owner: 'alice' }, timestamp },
    { type: 'update', id: '1', data: { id: '1', title: 'b', owner: 'alice' }, timestamp },
    { type: 'delete', id: '1', data: { id: '1', title: 'b', owner: 'alice' }, timestamp },
  ])
})

test('everybody hears what they may read, as they may read it', async () => {
  const [alice, bob, nobody, service] = [
    await subscriber('user-alice'),
    await subscriber('user-bob'),
    await subscriber(undefined),
    await subscriber('service'),
  ]
  await joined(alice, bob, nobody, service)
  change('create', { id: '1', owner: 'alice', secret: 's' })
  change('create', { id: '2', owner: 'bob', secret: 's' })
  change('create', { id: 'fence' })
  expect((await alice.until(2)).map(({ data }) => data)).toEqual([{ id: '1', owner: 'alice' }, { id: 'fence' }])
  expect((await bob.until(2)).map(({ id }) => id)).toEqual(['2', 'fence'])
  expect((await nobody.until(1)).map(({ id }) => id)).toEqual(['fence'])
  expect((await service.until(3)).map(({ data }) => data['secret'])).toEqual(['s', 's', undefined])
})

test('a role counts as it is now, and whoever is gone hears nothing', async () => {
  const [alice, bob] = [await subscriber('user-alice'), await subscriber('user-bob')]
  await joined(alice, bob)
  app.users.set('alice', { id: 'alice', role: 'admin' })
  app.users.delete('bob')
  change('create', { id: '1', owner: 'bob' })
  change('create', { id: 'fence' })
  expect((await alice.until(2)).map(({ id }) => id)).toEqual(['1', 'fence'])
  expect(bob.heard).toEqual([])
})

test('an entity is heard apart from others, in its own app, and only where there is one', async () => {
  const [task, note, other, none] = [
    await subscriber('user-alice'),
    await subscriber('user-alice', { entity: 'Note' }),
    await subscriber('user-alice', { appId: 'other' }),
    await subscriber('user-alice', { entity: 'Nothing' }),
  ]
  await joined(task, note)
  change('create', { id: '1' })
  change('create', { id: '2' }, 'Note')
  change('create', { id: '3' }, 'Nothing')
  expect((await task.until(1)).map(({ id }) => id)).toEqual(['1'])
  expect((await note.until(1)).map(({ id }) => id)).toEqual(['2'])
  expect([other.heard, none.heard]).toEqual([[], []])
})

test('whoever stops listening hears nothing more; another subscriber of the same client does', async () => {
  const [alice, bob] = [await subscriber('user-alice'), await subscriber('user-bob')]
  await joined(alice, bob)
  alice.stop()
  change('create', { id: '1' })
  await bob.until(1)
  expect(alice.heard).toEqual([])
})

test('after the connection broke off each event is heard once again', async () => {
  const alice = await subscriber('user-alice')
  await joined(alice)
  app.breakOff()
  await joined(alice)
  change('create', { id: '1' })
  change('update', { id: '1' })
  expect((await alice.until(2)).map(({ type }) => type)).toEqual(['create', 'update'])
}, 15_000)

test.each([
  [{ app_id: 'app', token: 'made-up' }, '44{"message":"The token is invalid or has expired."}'],
  [{ app_id: 'app', token: 'user-alice' }, /^40\{"sid"/],
  [{ app_id: 'app', token: 'undefined' }, /^40\{"sid"/],
  [{ app_id: 'app' }, /^40\{"sid"/],
])('a token that is none is refused, not taken for nobody: %j', async (query, answer) => {
  const { next } = connect(query)
  expect(await next()).toMatch(/^0/)
  expect(await next()).toEqual(typeof answer === 'string' ? answer : expect.stringMatching(answer))
})

test('a conversation is followed by whoever may', async () => {
  const { next, send } = connect({ app_id: 'app' })
  await next()
  await next()
  for (const id of ['closed', 'open']) send(`42["join","/agent-conversations/${id}"]`)
  const heard = next()
  await vi.waitFor(async () => {
    for (const id of ['closed', 'open']) app.realtime.tell(id, { _message: { id: '1' } })
    expect(await Promise.race([heard, Promise.resolve()])).toBeDefined()
  }, 5000)
  expect(await heard).toBe(
    `42["update_model",{"room":"/agent-conversations/open","data":"{\\"_message\\":{\\"id\\":\\"1\\"}}"}]`,
  )
})

function connect(query: Record<string, string>): ReturnType<typeof rawSocket> {
  const socket = rawSocket(app.serverUrl, query)
  endings.push(socket.close)
  return socket
}
