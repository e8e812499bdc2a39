import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createClient } from '@base44/sdk'
import { serve } from '@hono/node-server'
import { afterAll, expect, test, vi } from 'vitest'
import { app } from '../app.ts'
import { emulated } from '../fixtures/emulated.ts'

// Every method of the SDK that asks over HTTP, with the emulator on the other side of a socket.
const users = [{ id: 'alice', email: 'alice@x', role: 'user' }]
const emulatedApp = emulated({ schemas: [{ name: 'Task', properties: {} }], users })
const server = serve({ fetch: (request) => app.fetch(request, { app: emulatedApp }), port: 0, hostname: '127.0.0.1' })
await once(server, 'listening')
afterAll(() => server.close())
const serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const { entities } = createClient({ appId: 'app', serverUrl, token: 'alice' })
type Task = { id: string; n: number; state: string }
const tasks = entities['Task'] as NonNullable<(typeof entities)['Task']>

// The SDK tells of each refusal.
vi.spyOn(console, 'error').mockImplementation(() => undefined)

test('every method of an entity handler', async () => {
  const made = (await tasks.create({ n: 1, state: 'new' })) as Task
  expect(await tasks.get(made.id)).toEqual(made)
  expect(await tasks.update(made.id, { state: 'old' })).toMatchObject({ n: 1, state: 'old' })
  const many = (await tasks.bulkCreate([{ n: 2, state: 'new' }, { n: 3, state: 'new' }])) as Task[] // prettier-ignore
  expect(many).toMatchObject([{ n: 2, created_by: 'alice@x' }, { n: 3 }])
  expect(await tasks.list()).toMatchObject([{ n: 3 }, { n: 2 }, { n: 1 }])
  expect(await tasks.list('+n', 1, 1, ['n'])).toEqual([{ n: 2 }])
  expect(await tasks.filter({ n: { $in: [1, 3] } }, '-n')).toMatchObject([{ n: 3 }, { n: 1 }])
  expect(await tasks.count({ state: 'new' })).toBe(2)

  const first = await tasks.filter({ n: { $gt: 0 } }, { sort: 'n', limit: 2, fields: ['n'] })
  expect(first).toEqual({ items: [{ n: 1 }, { n: 2 }], has_more: true, next_cursor: expect.any(String) })
  const second = await tasks.filter({ n: { $gt: 0 } }, { cursor: first.next_cursor, limit: 2 })
  expect(second).toEqual({ items: [{ n: 3 }], has_more: false, next_cursor: null })
  await expect(tasks.list({ cursor: first.next_cursor, sort: '-n' })).rejects.toMatchObject({ status: 400 })
  expect(await tasks.list({ distinct: 'state' })).toMatchObject({ items: ['new', 'old'], has_more: false })

  expect(await tasks.updateMany({ state: 'new' }, { $inc: { n: 10 } })).toEqual({ success: true, updated: 2, has_more: false }) // prettier-ignore
  expect(await tasks.bulkUpdate(many.map(({ id }) => ({ id, state: 'done' })))).toMatchObject([{ n: 12, state: 'done' }, { n: 13 }]) // prettier-ignore
  expect(await tasks.aggregate({ groupBy: 'state', sum: 'n', sort: '-sum_n' })).toEqual({
    rows: [{ state: 'done', count: 2, sum_n: 25 }, { state: 'old', count: 1, sum_n: 1 }], // prettier-ignore
    truncated: false,
  })
  expect(await tasks.upsert([{ n: 1, state: 'upserted' }, { n: 4 }], { key: 'n' })).toMatchObject({ created: 1, updated: 1, records: [{ id: made.id, state: 'upserted' }, { n: 4 }] }) // prettier-ignore
  expect(await tasks.importEntities(new File(['n,state\n5,imported\n'], 'a.csv'))).toMatchObject({ status: 'success', output: [{ n: '5', state: 'imported' }] }) // prettier-ignore
  expect(await tasks.delete(made.id)).toEqual({ success: true })
  await expect(tasks.get(made.id)).rejects.toMatchObject({ status: 404 })
  expect(await tasks.deleteMany({ state: 'done' })).toEqual({ success: true, deleted: 2 })
  expect(await tasks.count()).toBe(2)
})
