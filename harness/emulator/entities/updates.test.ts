import { expect, test } from 'vitest'
import type { EntitySchema, Json, Row } from '../emulated.ts'
import { callsOf } from '../fixtures/call.ts'
import { emulated } from '../fixtures/emulated.ts'

const schema: EntitySchema = {
  name: 'Deal',
  properties: {
    title: { type: 'string' },
    n: { type: 'number', maximum: 100 },
    tags: { type: 'array' },
    meta: { type: 'object' },
    due: { type: 'string' },
  },
  required: ['title'],
}
const before: Row = { id: '1', title: 't', n: 4, tags: ['a', 'b'], meta: { a: { b: 1 } }, created_date: 'x' }
const now = new Date('2026-05-05T05:05:05.005Z')

async function updated(data: unknown): Promise<{ status: number; body: unknown; row: Row | undefined }> {
  const app = emulated({ schemas: [schema], now: () => now })
  app.store.write([{ kind: 'put', collection: 'Deal', row: before }])
  const answer = await callsOf(app)('PATCH /Deal/update-many', { json: { query: { id: '1' }, data } })
  expect(app.events.length).toBe(answer.status === 200 ? 1 : 0)
  return { ...answer, row: app.store.get('Deal', '1') }
}

const changes: [unknown, Json][] = [
  [{ $set: { title: 'u', 'meta.a.c': 2 } }, { title: 'u', meta: { a: { b: 1, c: 2 } } }],
  [{ $inc: { n: 2 } }, { n: 6 }],
  [{ $mul: { n: 2.5 } }, { n: 10 }],
  [
    { $min: { n: 1 }, $max: { title: 'z' } },
    { n: 1, title: 'z' },
  ],
  [{ $push: { tags: 'c' } }, { tags: ['a', 'b', 'c'] }],
  [{ $push: { tags: { $each: ['c', 'd'], $slice: -3 } } }, { tags: ['b', 'c', 'd'] }],
  [{ $addToSet: { tags: { $each: ['a', 'c'] } } }, { tags: ['a', 'b', 'c'] }],
  [{ $pull: { tags: 'a' } }, { tags: ['b'] }],
  [{ $pull: { tags: { $regex: '^a' } } }, { tags: ['b'] }],
  [{ $rename: { n: 'due' }, $unset: { meta: '' } }, 'refused'],
  [{ $currentDate: { due: true } }, { due: '2026-05-05T05:05:05.005Z' }],
  [{ $set: { unknown: 1 } }, {}],
]

test.each(changes)('%j', async (data, changed) => {
  const { status, row } = await updated(data)
  if (changed === 'refused') return expect([status, row]).toEqual([422, before])
  expect(row).toEqual({ ...before, ...(changed as object), updated_date: '2026-05-05T05:05:05.005000Z' })
})

test('what is unset is gone, and $rename moves', async () => {
  const { row } = await updated({ $unset: { meta: '' }, $rename: { title: 'due' } })
  expect(row).toEqual(before) // the title is required
  expect((await updated({ $unset: { meta: '' } })).row).not.toHaveProperty('meta')
  const moved = await updated({ $rename: { tags: 'meta' } })
  expect(moved).toMatchObject({ status: 422 }) // a list is no object
})

const refused: [unknown, number, RegExp][] = [
  [{}, 400, /An update is an object of operators/],
  [{ title: 'x' }, 400, /"title" is no operator of an update/],
  [{ $bit: { n: { and: 1 } } }, 400, /"\$bit" is no operator/],
  [{ $set: 1 }, 400, /"\$set" takes an object of fields/],
  [{ $set: { n: 1 }, $inc: { n: 1 } }, 400, /"n" appears in more than one operator/],
  [{ $set: { meta: {} }, $unset: { 'meta.a': '' } }, 400, /The update cannot be carried out/],
  [{ $set: { id: '2' } }, 400, /"id" is the server's/],
  [{ $unset: { created_by: '' } }, 400, /"created_by" is the server's/],
  [{ $rename: { title: 'id' } }, 400, /"id" is the server's/],
  [{ $rename: { n: 'elsewhere' } }, 400, /"\$rename" needs fields of the schema; "elsewhere" is none/],
  [{ $inc: { n: '1' } }, 400, /"\$inc" takes a number/],
  [{ $inc: { title: 1 } }, 422, /^Error in field title: "\$inc" needs a number, and this holds "t"$/],
  [{ $push: { n: 1 } }, 422, /^Error in field n: "\$push" needs a list, and this holds 4$/],
  [{ $set: { n: 101 } }, 422, /^Error in field n: must be <= 100 \(maximum\)$/],
  [{ $inc: { n: 97 } }, 422, /^Error in field n: must be <= 100 \(maximum\)$/],
  [{ $unset: { title: '' } }, 422, /^Error in field title: Field required \(required\)$/],
  [{ $pull: { tags: { $where: '1' } } }, 400, /"\$where" is no operator of a field/],
]

test.each(refused)('refused: %j', async (data, status, said) => {
  const answer = await updated(data)
  expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ message: expect.stringMatching(said) })]) // prettier-ignore
  expect(answer.row).toEqual(before)
})
