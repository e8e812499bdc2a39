import { expect, test } from 'vitest'
import type { EntitySchema, Row } from '../emulated.ts'
import { callsOf, type Answered } from '../fixtures/call.ts'
import { emulated, type AppForTests } from '../fixtures/emulated.ts'

const schema: EntitySchema = {
  name: 'Item',
  properties: { sku: { type: 'string' }, place: { type: 'string' }, n: { type: 'number', default: 0 } },
  rls: {
    read: { $or: [{ created_by: '{{user.email}}' }, { place: 'shop' }] },
    update: { created_by: '{{user.email}}' },
  },
}

function world(): { app: AppForTests; upsert: (json: unknown, as?: string) => Promise<Answered> } {
  const users: Row[] = [{ id: 'alice', email: 'alice@x' }, { id: 'bob', email: 'bob@x' }] // prettier-ignore
  const app = emulated({ schemas: [schema], users })
  return { app, upsert: (json, as = 'alice') => callsOf(app)('POST /Item/upsert', { as, json }) }
}

test('what is there is updated, the rest is made, and both are told', async () => {
  const { app, upsert } = world()
  await upsert({ records: [{ sku: 'a', n: 1, place: 'x' }], key: 'sku' })
  const { status, body } = await upsert({ records: [{ sku: 'b' }, { sku: 'a', n: 2 }], key: ['sku'] })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    created: 1,
    updated: 1,
    records: [
      { sku: 'b', n: 0 },
      { sku: 'a', n: 2, place: 'x' },
    ],
  })
  expect(app.events.map(({ type, row }) => `${type} ${String(row['sku'])}`)).toEqual([
    'create a',
    'create b',
    'update a',
  ])
})

test('of two with one key the last one wins', async () => {
  const { app, upsert } = world()
  const records = [{ sku: 'a', n: 1, place: 'x' }, { sku: 'a', n: 2 }] // prettier-ignore
  expect((await upsert({ records, key: 'sku' })).body).toMatchObject({
    created: 1,
    updated: 0,
    records: [{ sku: 'a', n: 2 }],
  })
  expect(app.store.all('Item')).toHaveLength(1)
  expect(app.store.all('Item')[0]).not.toHaveProperty('place')
})

test('a key of several fields is one of all of them', async () => {
  const { upsert } = world()
  const key = ['sku', 'place']
  await upsert({ records: [{ sku: 'a', place: 'b,c' }, { sku: 'a,b', place: 'c' }], key }) // prettier-ignore
  expect((await upsert({ records: [{ sku: 'a', place: 'b,c' }], key })).body).toMatchObject({ created: 0, updated: 1 })
})

test('what another may not read is not there for them; what they may not update is refused, with all the rest', async () => {
  const { app, upsert } = world()
  await upsert({ records: [{ sku: 'hidden' }, { sku: 'shown', place: 'shop' }], key: 'sku' }) // prettier-ignore
  expect((await upsert({ records: [{ sku: 'hidden' }], key: 'sku' }, 'bob')).body).toMatchObject({ created: 1 })
  const before = app.store.all('Item')
  expect(await upsert({ records: [{ sku: 'new' }, { sku: 'shown', n: 5 }], key: 'sku' }, 'bob')).toMatchObject({ status: 403 }) // prettier-ignore
  expect(app.store.all('Item')).toEqual(before)
})

test.each([
  ['no key', { records: [] }, /An upsert takes records and their key/],
  ['a key of nothing', { records: [], key: [] }, /An upsert takes/],
  ['a key that the server sets', { records: [], key: 'id' }, /"id" of Item is none/],
  ['a key that is no field', { records: [], key: 'other' }, /"other" of Item is none/],
  ['a record without its key', { records: [{ sku: null }], key: 'sku' }, /lacks a value for its key \(sku\)/],
  [
    '501 records',
    { records: Array.from({ length: 501 }, () => ({ sku: 'a' })), key: 'sku' },
    /more than one request takes/,
  ],
])('refused: %s', async (_name, json, said) => {
  expect(await world().upsert(json)).toMatchObject({
    status: 400,
    body: { message: expect.stringMatching(said) as string },
  })
})
