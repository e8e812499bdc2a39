import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../../emulated.ts'
import { callsOf } from '../../fixtures/call.ts'
import { emulated } from '../../fixtures/emulated.ts'

const sales = [
  { id: '1', agent: 'a', region: 'n', amount: 10, created_date: '2026-09-01T10:00:00Z', tags: ['x'] },
  { id: '2', agent: 'a', region: 's', amount: 5, created_date: '2026-09-06T23:59:00Z', tags: ['x'] },
  { id: '3', agent: 'b', region: 'n', amount: 1.5, created_date: '2026-09-07T00:00:00Z' },
  { id: '4', agent: 'b', region: 'n', amount: null, created_date: '2025-12-31T00:00:00Z' },
  { id: '5', region: 'n', amount: 'much', created_date: 'never' },
] as const

async function computed(
  spec: unknown,
  rows: readonly Row[] = sales as never,
): Promise<{ status: number; body: unknown }> {
  const app = emulated({ schemas: [{ name: 'Sale', properties: {} }] })
  app.store.write(rows.map((row) => ({ kind: 'put', collection: 'Sale', row })))
  return callsOf(app)('POST /Sale/aggregate', { json: spec })
}

const cases: [string, unknown, unknown[]][] = [
  ['nothing named: one total', {}, [{ count: 5 }]],
  ['one total of nothing', { query: { agent: 'z' }, sum: 'amount', avg: 'amount', min: 'amount' }, [{ count: 0, sum_amount: 0, avg_amount: null, min_amount: null }]], // prettier-ignore
  ['a group for each value', { groupBy: 'agent', sum: 'amount' }, [{ agent: null, count: 1, sum_amount: 0 }, { agent: 'a', count: 2, sum_amount: 15 }, { agent: 'b', count: 2, sum_amount: 1.5 }]], // prettier-ignore
  ['without counts', { groupBy: ['agent', 'region'], count: false, max: ['amount'], query: { agent: 'a' } }, [{ agent: 'a', region: 'n', max_amount: 10 }, { agent: 'a', region: 's', max_amount: 5 }]], // prettier-ignore
  ['distinct values', { groupBy: 'region', countDistinct: 'agent' }, [{ region: 'n', count: 4, count_distinct_agent: 2 }, { region: 's', count: 1, count_distinct_agent: 1 }]], // prettier-ignore
  ['days', { dateBucket: { field: 'created_date', unit: 'day' }, query: { agent: 'a' } }, [{ created_date: '2026-09-01', count: 1 }, { created_date: '2026-09-06', count: 1 }]], // prettier-ignore
  ['weeks, from Monday', { dateBucket: { field: 'created_date', unit: 'week' }, query: { id: ['1', '2', '3'] } }, [{ created_date: '2026-08-31', count: 2 }, { created_date: '2026-09-07', count: 1 }]], // prettier-ignore
  ['months', { dateBucket: { field: 'created_date', unit: 'month' } }, [{ created_date: null, count: 1 }, { created_date: '2025-12-01', count: 1 }, { created_date: '2026-09-01', count: 3 }]], // prettier-ignore
  ['years', { dateBucket: { field: 'created_date', unit: 'year' }, query: { agent: 'b' } }, [{ created_date: '2025-01-01', count: 1 }, { created_date: '2026-01-01', count: 1 }]], // prettier-ignore
  [
    'a condition on what was computed',
    { groupBy: 'region', having: { count: { $gt: 1 } } },
    [{ region: 'n', count: 4 }],
  ],
  ['an order', { groupBy: 'agent', sum: 'amount', sort: '-sum_amount' }, [{ agent: 'a', count: 2, sum_amount: 15 }, { agent: 'b', count: 2, sum_amount: 1.5 }, { agent: null, count: 1, sum_amount: 0 }]], // prettier-ignore
]

test.each(cases)('%s', async (_name, spec, rows) => {
  expect(await computed(spec)).toEqual({ status: 200, body: { rows, truncated: false } })
})

test('more groups than the limit: it is said', async () => {
  expect((await computed({ groupBy: 'agent', limit: 2 })).body).toEqual({ rows: [{ agent: null, count: 1 }, { agent: 'a', count: 2 }], truncated: true }) // prettier-ignore
  const many = Array.from({ length: 1001 }, (_, n): Row => ({ id: `${n}`, n }))
  const { rows, truncated } = (await computed({ groupBy: 'n', limit: 5000 }, many)).body as { rows: unknown[]; truncated: boolean } // prettier-ignore
  expect([rows.length, truncated]).toEqual([1000, true])
})

test.each([
  ['five fields', { groupBy: ['a', 'b', 'c', 'd', 'e'] }, /four fields/],
  ['an unknown word', { group: 'a' }, /Unrecognized key: "group"/],
  [
    'a week of another field',
    { dateBucket: { field: 'due', unit: 'week' } },
    /Weeks are of created_date and updated_date only/,
  ],
  ['a unit that is none', { dateBucket: { field: 'due', unit: 'hour' } }, /dateBucket\.unit/],
  ['a field twice', { groupBy: 'd', dateBucket: { field: 'd', unit: 'day' } }, /both in "groupBy" and/],
  ['an operator that is none', { having: { $where: '1' } }, /"\$where" is no operator/],
  ['no object', [], /cannot be computed/],
])('refused: %s', async (_name, spec, said) => {
  expect(await computed(spec)).toMatchObject({ status: 400, body: { message: expect.stringMatching(said) as string } })
})

test('sums and counts are what a naive reference says', async () => {
  const record = fc.record({
    g: fc.constantFrom('a', 'b', null, 1),
    n: fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constant(null)),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 30 }), async (records) => {
      const { body } = await computed({ groupBy: 'g', sum: 'n', min: 'n' }, records.map((one, n) => ({ id: `${n}`, ...one }))) // prettier-ignore
      const { rows } = body as { rows: { g: unknown; count: number; sum_n: number; min_n: number | null }[] }
      expect(rows.length).toBe(new Set(records.map(({ g }) => g)).size)
      for (const { g, count, sum_n, min_n } of rows) {
        const group = records.filter((one) => one.g === g)
        const numbers = group.flatMap(({ n }) => (n === null ? [] : [n]))
        expect(count).toBe(group.length)
        expect(sum_n).toBe(numbers.reduce((sum, n) => sum + n, 0))
        expect(min_n).toBe(numbers.length === 0 ? null : Math.min(...numbers))
      }
    }),
  )
})
