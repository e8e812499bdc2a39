import { expect, test } from 'vitest'
import type { Step } from '../model/contract.ts'
import type { Exchange, ExchangeSeat } from '../model/exchange.ts'
import type { Escape } from '../model/outcome.ts'
import type { Mismatch } from '../model/verdict.ts'
import { blameFor } from './blame.ts'

const place = { file: 'a.yaml', line: 1, column: 1 }
const step: Step = {
  kind: 'call',
  place,
  path: 'functions.invoke',
  with: [],
  expect: { receives: { method: 'POST', text: 'whole' } },
}

interface Seen {
  readonly sent?: string
  readonly answered?: string
  readonly status?: number
  readonly lost?: boolean
  readonly silent?: boolean
  readonly unfinished?: boolean
}

function exchange(
  seat: ExchangeSeat,
  { sent = 'whole', answered = 'ok', status = 200, lost, silent, unfinished }: Seen,
): Exchange {
  return {
    client: seat === 'caller' ? 'client' : '',
    seat,
    request: { method: 'POST', origin: '', target: '/x', headers: [], body: Buffer.from(sent) },
    ...(silent !== true && { response: { status, headers: [['x-a', 'b']], body: Buffer.from(answered) } }),
    ...(seat === 'desk' && { received: { function: 'x', subPath: [] } }),
    aborted: false,
    ...(lost && { lost }),
    ...(unfinished && { unfinished }),
  }
}

function blamed(
  { before, behind, escapes = [] }: { before: readonly Seen[]; behind: readonly Seen[]; escapes?: readonly Escape[] },
  { expectation = 'receives', kind = 'different' }: Partial<Mismatch> = {},
): ReturnType<typeof blameFor> {
  const exchanges = [...before.map((seen) => exchange('caller', seen)), ...behind.map((seen) => exchange('desk', seen))]
  const observation = {
    outcome: { kind: 'resolved', value: 1 } as const,
    exchanges,
    streamed: [],
    notified: {},
    escapes,
    uncaught: [],
  }
  const mismatch = {
    expectation,
    kind,
    path: [],
    stablePath: [],
    expected: 1,
    observed: 2,
    observedClass: 'x',
  } as const
  return blameFor({ step, bindings: {}, observation, mismatch })
}

const forward: Escape = { through: 'forward', target: 'POST https://base44.app/x', route: '/x' }
const outcome = { expectation: 'resolves' } as const

test.each<[string, Parameters<typeof blamed>, { owner: string; where: string }]>([
  [
    'what left right and arrived wrong',
    [{ before: [{}], behind: [{ sent: 'wh' }] }],
    { owner: 'backend', where: 'between the caller and the function: the request left the caller as promised' },
  ],
  [
    'what left wrong',
    [{ before: [{ sent: 'wh' }], behind: [{ sent: 'wh' }] }],
    { owner: 'sdk', where: 'before it left the caller: the request was wrong when it was sent' },
  ],
  [
    'what never arrived',
    [{ before: [{ status: 404 }], behind: [] }],
    {
      owner: 'backend',
      where: 'between the caller and the function: the request never reached it; the caller got 404',
    },
  ],
  [
    'what arrived twice',
    [{ before: [{}], behind: [{}, {}] }],
    { owner: 'backend', where: 'between the caller and the function: 1 sent, 2 arrived' },
  ],
  [
    'a status that changed',
    [{ before: [{ status: 500 }], behind: [{}] }, outcome],
    { owner: 'backend', where: 'between the function and the caller: the status was 200 and came as 500' },
  ],
  [
    'a body that changed',
    [{ before: [{ answered: 'o' }], behind: [{}] }, outcome],
    {
      owner: 'backend',
      where: 'between the function and the caller: the body had 2 bytes and came with 1, not the same ones',
    },
  ],
  [
    'an answer that came as it was given',
    [{ before: [{}], behind: [{}] }, outcome],
    { owner: 'sdk', where: 'after it reached the caller: the answer came as the function gave it' },
  ],
  [
    'no answer',
    [{ before: [{ silent: true }], behind: [{}] }, outcome],
    { owner: 'backend', where: 'it did not answer' },
  ],
  [
    'a broken connection',
    [{ before: [{ lost: true }], behind: [{}] }, outcome],
    { owner: 'backend', where: 'it broke the connection off' },
  ],
  [
    'an answer that never ended',
    [
      { before: [{ unfinished: true }], behind: [{}] },
      { kind: 'timed-out', expectation: 'conduct' },
    ],
    { owner: 'backend', where: 'between the function and the caller: the answer began and never ended' },
  ],
  [
    'what was handed on',
    [
      { before: [{}], behind: [], escapes: [forward] },
      { kind: 'escaped', expectation: 'conduct' },
    ],
    { owner: 'backend', where: 'it was about to hand the request to another host' },
  ],
  [
    'nothing sent at all',
    [{ before: [], behind: [] }, outcome],
    { owner: 'sdk', where: 'before it left the caller: nothing was sent' },
  ],
])('%s', (_, [seen, over], blame) => {
  expect(blamed(seen, over)).toEqual(blame)
})
