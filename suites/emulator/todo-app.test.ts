import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { admin, serveExample, type Served } from './serve-example.ts'

// The to-do app, exercised by the SDK in Node.

let served: Served
beforeAll(async () => (served = await serveExample('todo-app')))
afterAll(() => served.stop())

test('tasks are seen by their maker, by whom they are given to, and by admins', async () => {
  const { client: ada } = await served.register('ada@example.com')
  const { client: ben } = await served.register('ben@example.com')
  const mine = await ada.entities.Task.create({ title: 'Water the plants', private_note: 'not the cactus' })
  const given = await ada.entities.Task.create({
    title: 'Feed the cat',
    assignee: 'ben@example.com',
    private_note: 'x',
  })
  expect(mine).toMatchObject({
    title: 'Water the plants',
    done: false,
    priority: 'normal',
    created_by: 'ada@example.com',
  })

  expect((await ada.entities.Task.list('created_date')).map(({ title }) => title)).toEqual(['Water the plants', 'Feed the cat']) // prettier-ignore
  const [seen, ...others] = await ben.entities.Task.list()
  expect(others).toEqual([])
  expect(seen).toMatchObject({ id: given.id, title: 'Feed the cat' })
  expect(seen).not.toHaveProperty('private_note')
  await ben.entities.Task.update(given.id, { done: true })
  await expect(ben.entities.Task.update(mine.id, { done: true })).rejects.toMatchObject({ status: 404 })
  await expect(ben.entities.Task.delete(given.id)).rejects.toMatchObject({ status: 404 })

  const root = served.client()
  await root.auth.loginViaEmailPassword(admin, served.adminPassword)
  expect(await root.entities.Task.count()).toBe(2)
})

test('a task is what its file says, or it is refused', async () => {
  const { client } = await served.register('cem@example.com')
  await expect(client.entities.Task.create({ done: true })).rejects.toMatchObject({ status: 422 })
  await expect(client.entities.Task.create({ title: 'x', priority: 'urgent' })).rejects.toMatchObject({ status: 422 })
  await expect(client.entities.Task.create({ title: 'x', due: 'tomorrow' })).rejects.toMatchObject({ status: 422 })
  expect(await client.entities.Task.list()).toEqual([])
})

test('nobody is told of anybody’s tasks, and functions know whom they work for', async () => {
  expect(await served.client().entities.Task.list()).toEqual([])
  await expect(served.client().functions.invoke('progress', {})).rejects.toMatchObject({ status: 401 })
  const { client } = await served.register('dora@example.com')
  await client.entities.Task.bulkCreate([{ title: 'a', done: true }, { title: 'b' }, { title: 'c' }])
  expect((await client.functions.invoke('progress', {})).data).toEqual({ done: 1, open: 2 })
})

test('admins tidy up for everybody, as the service role', async () => {
  const { client } = await served.register('emil@example.com')
  await client.entities.Task.create({ title: 'done', done: true })
  await expect(client.functions.invoke('admin/tidy', {})).rejects.toMatchObject({ status: 403 })
  const root = served.client()
  await root.auth.loginViaEmailPassword(admin, served.adminPassword)
  const { data } = await root.functions.invoke('admin/tidy', {})
  expect(data).toEqual({ deleted: expect.any(Number) })
  expect(await client.entities.Task.list()).toEqual([])
})

test('whoever sees a task hears of it, and nobody else', async () => {
  const { client: fay } = await served.register('fay@example.com')
  const { client: gus } = await served.register('gus@example.com')
  const heard: Record<string, string[]> = { fay: [], gus: [] }
  fay.entities.Task.subscribe(({ type, data }) => heard['fay']?.push(`${type} ${data.title}`))
  gus.entities.Task.subscribe(({ type, data }) => heard['gus']?.push(`${type} ${data.title}`))
  // Sockets connect in their own time: from the first event on, nothing is missed.
  await vi.waitFor(async () => {
    await gus.entities.Task.create({ title: 'fence', assignee: 'fay@example.com' })
    expect(heard['fay']).toContain('create fence')
    expect(heard['gus']).toContain('create fence')
  }, { timeout: 20_000, interval: 200 }) // prettier-ignore
  const secret = await fay.entities.Task.create({ title: 'secret' })
  await fay.entities.Task.update(secret.id, { done: true })
  await fay.entities.Task.delete(secret.id)
  await gus.entities.Task.create({ title: 'last', assignee: 'fay@example.com' })
  await vi.waitFor(() => {
    expect(heard['fay']?.slice(-4)).toEqual(['create secret', 'update secret', 'delete secret', 'create last'])
    expect(heard['gus']?.at(-1)).toBe('create last')
  }, 20_000)
  expect(heard['gus']?.filter((one) => one.includes('secret'))).toEqual([])
})
