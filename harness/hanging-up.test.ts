import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Attempt } from './attempt.ts'
import { attemptOnStage } from './fixtures/attempt-on-stage.ts'
import { openStage, type Stage } from './execute/stage/stage.ts'
import { loaded } from './load/fixtures/sound-contract.ts'
import type { Contract, Row } from './model/contract.ts'
import { teethOf } from './teeth.ts'

// Raw requests side by side, callers that hang up, and answers that break off, from a contract to its verdict. The stage
// answers in the place of a backend.

const wire = [
  { name: 'invoke', kind: 'path', value: '/api/apps/{appId}/functions', seen: '' },
  { name: 'fetch', kind: 'path', value: '/api/functions', seen: '' },
  { name: 'entities', kind: 'path', value: '/api/apps/{appId}/entities', seen: '' },
] as const

const contract = loaded(`title: Who waits for a function that hangs keeps nobody else waiting
cites: [FM-01]
level: must
examples: { invoke: { address: invoke } }
given:
  functions:
    slow: [{ json: ok }, { fault: hangs }, { fault: hangs }]
    quick: { json: ok }
    breaks: { fault: reset-mid-body, text: half }
steps:
  - http: { at: '\${address}', method: POST, path: /slow, signal: { $signal: never } }
    resolves: { $response: { json: ok } }
    receives: { method: POST, aborted: false }
  - together:
      - http: { at: '\${address}', method: POST, path: /slow, signal: { $signal: when-others-end } }
        rejects: { $error: { name: AbortError } }
      - { http: { at: '\${address}', method: POST, path: /quick }, resolves: { $response: { json: ok } } }
    receives: [{ method: POST, aborted: true }, { method: POST, aborted: false }]
  - http: { at: '\${address}', method: POST, path: /slow, signal: { $signal: when-received } }
    rejects: { $error: { name: AbortError } }
    receives: { method: POST, aborted: true }
  - http: { at: '\${address}', method: POST, path: /breaks }
    resolves: { $response: { status: 200, failed: { $is: string } } }
falsifiedBy: [sdk/never-sends]
`)

let stage: Stage
beforeAll(async () => void (stage = await openStage()))
afterAll(() => stage.close())

function attempted(changed: Contract, row: Row): Promise<Attempt> {
  return attemptOnStage({ contract: changed, row, wire, stage, limitMs: 2000 })
}

test.each(contract.rows)('what is promised is met, and nothing of it is met by chance: $name', async (row) => {
  const { judgement, exchanges, observed } = await attempted(contract, row)
  expect(judgement).toEqual({ kind: 'holds' })
  expect(exchanges.map(({ request }) => request.target).sort()).toEqual(
    ['/breaks', '/quick', '/slow', '/slow', '/slow'].map((name) => `/api/apps/app-of-client/functions${name}`),
  )
  expect(teethOf({ observed })).toEqual([])
})

test('where the others are kept waiting too, nobody hangs up, and that is seen', async () => {
  const functions = { ...contract.given.functions, quick: [{ fault: 'hangs' as const }] }
  const { judgement } = await attempted(
    { ...contract, given: { ...contract.given, functions } },
    contract.rows[0] as Row,
  )
  expect(judgement).toMatchObject({
    kind: 'violated',
    step: 1,
    fingerprint: 'x · step 2 · conduct · timed-out · pending',
  })
})

test('a function that answers in the place of hanging is seen', async () => {
  const functions = { ...contract.given.functions, slow: [{ json: 'ok' }] }
  const { judgement } = await attempted(
    { ...contract, given: { ...contract.given, functions } },
    contract.rows[0] as Row,
  )
  expect(judgement).toMatchObject({ kind: 'violated', step: 1, mismatch: { path: ['together', 0] } })
})
