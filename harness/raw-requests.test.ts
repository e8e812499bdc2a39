import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Attempt } from './attempt.ts'
import { attemptOnStage } from './fixtures/attempt-on-stage.ts'
import { openStage, type Stage } from './execute/stage/stage.ts'
import { loaded } from './load/fixtures/sound-contract.ts'
import type { Contract, HttpStep, Row } from './model/contract.ts'
import { teethOf } from './teeth.ts'

// Raw requests from a contract to its verdict. The stage answers in the place of a backend: what a request is and what an
// answer means is the same on both seats.

const wire = [
  { name: 'invoke', kind: 'path', value: '/api/apps/{appId}/functions', seen: '' },
  { name: 'fetch', kind: 'path', value: '/api/functions', seen: '' },
  { name: 'entities', kind: 'path', value: '/api/apps/{appId}/entities', seen: '' },
] as const

const contract = loaded(`title: A function answers whoever calls its address
cites: [FM-01]
level: must
examples: { plain: { name: report }, nested: { name: orders/process } }
given:
  clients: { alice: {}, bob: {} }
  functions:
    '\${name}': [{ status: 418, headers: { x-a: ä }, json: { a: [1] } }, { chunks: [one, two] }]
steps:
  - http: { method: PUT, path: '\${wire.invoke}/\${name}/below/%C3%A4', query: { q: 'ä b' }, headers: { X-One: '1' }, json: { b: null } }
    on: alice
    resolves: { $response: { status: 418, ok: false, headers: { content-type: application/json }, json: { a: [1] } } }
    receives: { method: PUT, path: /below/ä, query: { q: ä b }, headers: { x-one: '1' }, json: { b: null } }
  - http: { path: '\${wire.invoke}/\${name}' }
    resolves: { $response: { status: 200 } }
    streams: [one, two]
  - http: { path: /nowhere }
    resolves: { $response: { status: { $keep: status } } }
    receives: []
falsifiedBy: [sdk/never-sends]
`)

let stage: Stage
beforeAll(async () => void (stage = await openStage()))
afterAll(() => stage.close())

function attempted(changed: Contract, row: Row): Promise<Attempt> {
  return attemptOnStage({ contract: changed, row, wire, stage, limitMs: 5000 })
}

test.each(contract.rows)('what is promised is met, and nothing of it is met by chance: $name', async (row) => {
  const { judgement, exchanges, observed } = await attempted(contract, row)
  expect(judgement).toEqual({ kind: 'holds' })
  expect(exchanges.map(({ client }) => client)).toEqual(['alice', 'alice', 'alice'])
  expect(exchanges[0]?.request.target).toBe(
    `/api/apps/app-of-alice/functions/${String(row.bindings['name'])}/below/%C3%A4?q=%C3%A4%20b`,
  )
  expect(teethOf({ observed })).toEqual([])
})

test('what is answered otherwise is violated, at its place', async () => {
  const [first, ...others] = contract.steps as readonly HttpStep[]
  const other = { ...(first as HttpStep), request: { ...first?.request, json: { b: 1 } } as HttpStep['request'] }
  const changed = { ...contract, steps: [other, ...others] }
  const { judgement } = await attempted(changed, contract.rows[0] as Row)
  expect(judgement).toMatchObject({
    kind: 'violated',
    step: 0,
    fingerprint: 'x · step 1 · receives.json.b · wrong-type · number',
  })
})
