import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json, Row } from '../emulated.ts'
import { callsOf, type Answered } from '../fixtures/call.ts'
import { emulated } from '../fixtures/emulated.ts'

function holding(rows: readonly Row[]): (parameters: Record<string, unknown>, below?: string) => Promise<Answered> {
  const app = emulated({ schemas: [{ name: 'Task', properties: {} }] })
  app.store.write(rows.map((row) => ({ kind: 'put', collection: 'Task', row })))
  return (parameters, below = '') => {
    const given = Object.entries(parameters).map(([name, value]): [string, string] => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]) // prettier-ignore
    return callsOf(app)(`GET /Task${below}?${new URLSearchParams(given)}`)
  }
}

const tasks: Row[] = [
  { id: '1', status: 'open', n: 1, tags: ['a', 'b'], at: { city: 'x' }, note: null, created_date: '2026-01-01' },
  { id: '2', status: 'done', n: 5, tags: ['b'], at: { city: 'y' }, created_date: '2026-01-02' },
  { id: '3', status: 'Open', n: 10, tags: [], note: 'hi', created_date: '2026-01-03' },
]

const found: [string, Json, string[]][] = [
  ['nothing asked', {}, ['1', '2', '3']],
  ['a value', { status: 'open' }, ['1']],
  ['values', { status: 'open', n: 5 }, []],
  ['any of a list', { status: ['open', 'done'] }, ['1', '2']],
  ['none of an empty list', { status: [] }, []],
  ['null, or not there', { note: null }, ['1', '2']],
  ['an object as it is', { at: { city: 'x' } }, ['1']],
  ['inside of one', { 'at.city': 'y' }, ['2']],
  ['one in a list', { tags: 'b' }, ['1', '2']],
  ['a whole list', { tags: { $eq: ['a', 'b'] } }, ['1']],
  ['$gt $lte', { n: { $gt: 1, $lte: 10 } }, ['2', '3']],
  ['$gte of another type', { n: { $gte: '0' } }, []],
  ['$ne', { status: { $ne: 'open' } }, ['2', '3']],
  ['$nin', { status: { $nin: ['open', 'done'] } }, ['3']],
  ['$exists', { note: { $exists: true } }, ['1', '3']],
  ['$regex', { status: { $regex: '^[oO]p' } }, ['1', '3']],
  ['$not', { n: { $not: { $gt: 1 } } }, ['1']],
  ['$not of a $regex', { status: { $not: { $regex: 'pen' } } }, ['2']],
  ['$all', { tags: { $all: ['b', 'a'] } }, ['1']],
  ['$size', { tags: { $size: 0 } }, ['3']],
  ['$elemMatch', { tags: { $elemMatch: { $gt: 'a' } } }, ['1', '2']],
  ['$or $and $nor', { $or: [{ n: 1 }, { $and: [{ n: { $gt: 1 } }, { $nor: [{ n: 10 }] }] }] }, ['1', '2']],
]

test.each(found)('filter: %s', async (_name, q, ids) => {
  const { status, body } = await holding(tasks)({ q, sort: 'id', fields: 'id' })
  expect([status, body]).toEqual([200, ids.map((id) => ({ id }))])
  expect((await holding(tasks)({ q }, '/count')).body).toEqual({ count: ids.length })
})

const refused: [string, Json, RegExp][] = [
  ['a list', [], /A query is an object/],
  ['code', { $where: 'this.n' }, /"\$where" is no operator of a query/],
  ['code in a field', { n: { $where: 'this.n' } }, /"\$where" is no operator of a field/],
  ['code in an expression', { $expr: { $function: { body: 'x', args: [], lang: 'js' } } }, /"\$expr"/],
  ['code in a list', { $or: [{ $expr: {} }] }, /"\$expr"/],
  ['code below $not', { n: { $not: { $where: '1' } } }, /"\$where"/],
  ['code below $elemMatch', { tags: { $elemMatch: { $where: '1' } } }, /"\$where"/],
  ['a schema', { $jsonSchema: {} }, /"\$jsonSchema"/],
  ['a type', { n: { $type: 'int' } }, /"\$type"/],
  ['options of a pattern', { status: { $regex: 'x', $options: 'i' } }, /"\$options"/],
  ['a name of Object', { n: { $toString: 1 } }, /"\$toString"/],
  ['names and operators mixed', { n: { $gt: 1, x: 1 } }, /"x" is no operator/],
  ['$in of no list', { n: { $in: 1 } }, /"\$in" takes a list; this is 1/],
  ['$exists of no truth value', { n: { $exists: 'yes' } }, /takes true or false/],
  ['$not of a value', { n: { $not: 1 } }, /"\$not" takes operators/],
  ['$not of $not', { n: { $not: { $not: { $gt: 1 } } } }, /"\$not" takes operators/],
  ['$and of no list', { $and: {} }, /takes a list of at least one query/],
  ['$or of nothing', { $or: [] }, /takes a list of at least one query/],
  ['a pattern that is none', { status: { $regex: '(' } }, /takes a pattern: Invalid regular expression/],
  ['a pattern without end', { status: { $regex: 'a'.repeat(1001) } }, /longer than 1000 characters/],
]

test.each(refused)('no filter: %s', async (_name, q, said) => {
  expect(await holding(tasks)({ q })).toMatchObject({
    status: 400,
    body: { message: expect.stringMatching(said) as string },
  })
})

test('a pattern that backtracks forever is given up', async () => {
  const rows: Row[] = [{ id: '1', text: `${'a'.repeat(40)}!` }]
  const { status, body } = await holding(rows)({ q: { text: { $regex: '^(a+)+$' } } })
  expect([status, body]).toMatchObject([400, { message: 'The query took longer than 1000 ms: simplify the pattern of its "$regex".' }]) // prettier-ignore
})

test('fields: those and no others; skip and limit cut', async () => {
  const ask = holding(tasks)
  expect((await ask({ sort: '-n', limit: 1, skip: 1, fields: 'n, status' })).body).toEqual([{ status: 'done', n: 5 }])
  expect((await ask({ sort: '+n', limit: 9999 })).body).toHaveLength(3)
  expect((await ask({})).body).toMatchObject([{ id: '3' }, { id: '2' }, { id: '1' }])
})

const scalar = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('a', 'b', 'B'), fc.constant(null))
const rowsOf = fc
  .array(fc.record({ v: scalar, w: scalar }, { requiredKeys: [] }), { maxLength: 25 })
  .map((all) => all.map((one, n): Row => ({ ...one, id: `r${n}`, created_date: `2026-01-01T00:00:00.${1000 + n}Z` })))

const rank = (value: Json | undefined): number => (value == null ? 0 : typeof value === 'number' ? 1 : 2)
const reference = (field: 'v' | 'w', sign: 1 | -1, rows: readonly Row[]): string[] =>
  rows
    .map((row, n) => ({ row, n }))
    .sort((a, b) => {
      const [x, y] = [a.row[field], b.row[field]]
      const byValue = rank(x) - rank(y) || (x == null || y == null || x === y ? 0 : x < y ? -1 : 1)
      return sign * (byValue || a.n - b.n)
    })
    .map(({ row }) => row.id)

test('a sorted filter is what a naive reference says', async () => {
  await fc.assert(
    fc.asyncProperty(
      rowsOf,
      fc.constantFrom('v', 'w'),
      fc.constantFrom(1, -1),
      scalar,
      async (rows, field, sign, value) => {
        const { body } = await holding(rows)({
          q: { v: value },
          sort: `${sign === 1 ? '' : '-'}${field}`,
          fields: 'id',
        })
        const matching = rows.filter((row) => (row['v'] ?? null) === value)
        expect((body as Row[]).map(({ id }) => id)).toEqual(reference(field as 'v', sign as 1, matching))
      },
    ),
  )
})

test('walking all pages yields each record once, in order, also while others are deleted', async () => {
  await fc.assert(
    fc.asyncProperty(
      rowsOf,
      fc.constantFrom('v', '-v', '-created_date'),
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      async (rows, sort, limit, deleting) => {
        // prettier-ignore
        const app = emulated({ schemas: [{ name: 'Task', properties: {} }] })
        app.store.write(rows.map((row) => ({ kind: 'put', collection: 'Task', row })))
        const all = (await callsOf(app)(`GET /Task?sort=${sort}&fields=id`)).body
        const walked: unknown[] = []
        let path = `/Task/v2/list?sort=${sort}&fields=id&limit=${limit}`
        for (let more = true; more;) {
          const { items, has_more, next_cursor } = (await callsOf(app)(`GET ${path}`)).body as { items: Row[]; has_more: boolean; next_cursor: string | null } // prettier-ignore
          expect(items.length > 0 || rows.length === 0).toBe(true)
          walked.push(...items)
          // What was read may go: the boundary stays.
          if (deleting) app.store.write(items.map(({ id }) => ({ kind: 'remove', collection: 'Task', id })))
          expect(has_more).toBe(next_cursor !== null)
          more = has_more
          path = `/Task/v2/list?limit=${limit}&cursor=${next_cursor}`
        }
        expect(walked).toEqual(all)
      },
    ),
  )
})

test('walking the distinct values yields each once, ascending', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf, fc.integer({ min: 1, max: 4 }), async (rows, limit) => {
      const ask = holding(rows)
      const walked: unknown[] = []
      let parameters: Record<string, unknown> = { distinct: 'v', limit }
      for (let more = true; more;) {
        const { items, has_more, next_cursor } = (await ask(parameters, '/v2/list')).body as { items: Json[]; has_more: boolean; next_cursor: string } // prettier-ignore
        walked.push(...items)
        more = has_more
        parameters = { cursor: next_cursor, limit }
      }
      const values = new Set(rows.flatMap((row) => (row['v'] === undefined ? [] : [row['v']])))
      expect(new Set(walked)).toEqual(values)
      expect(walked.length).toBe(values.size)
    }),
  )
})

test('distinct values of a list are those of its elements', async () => {
  expect((await holding(tasks)({ distinct: 'tags' }, '/v2/list')).body).toEqual({ items: ['a', 'b'], next_cursor: null, has_more: false }) // prettier-ignore
})

test('a page is of 100, and a cursor of its own walk only', async () => {
  const rows = Array.from({ length: 101 }, (_, n): Row => ({ id: `${n}`, n }))
  const ask = holding(rows)
  const first = (await ask({ q: { n: { $gte: 0 } }, sort: 'n' }, '/v2/list')).body as { items: Row[]; next_cursor: string } // prettier-ignore
  const cursor = first.next_cursor
  expect(first.items).toHaveLength(100)
  expect((await ask({ q: { n: { $gte: 0 } }, cursor, sort: 'n' }, '/v2/list')).body).toMatchObject({ items: [{ n: 100 }], has_more: false }) // prettier-ignore
  const others: [Record<string, unknown>, string][] = [
    [{ q: { n: { $gte: 1 } } }, 'query'],
    [{ sort: '-n' }, 'sort'],
    [{ fields: 'n' }, 'fields'],
    [{ distinct: 'n' }, 'distinct'],
  ]
  for (const [other, name] of others) {
    const { status, body } = await ask({ ...other, cursor }, '/v2/list')
    expect([status, body]).toMatchObject([400, { message: expect.stringContaining(`another "${name}"`) as string }])
  }
})
