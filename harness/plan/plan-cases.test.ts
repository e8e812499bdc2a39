import { expect, test } from 'vitest'
import type { Contract } from '../model/contract.ts'
import type { Deviation } from '../model/deviation.ts'
import type { Plan } from '../model/plan.ts'
import type { SdkSubject } from '../model/subject.ts'
import { contract, place, row } from './fixtures/contract.ts'
import { planCases } from './plan-cases.ts'
import { select } from './select.ts'

const subject: SdkSubject = {
  kind: 'sdk',
  id: 'sdk@1.5.0',
  version: '1.5.0',
  runtime: 'node',
  runtimeVersion: '24',
  directory: '',
  entry: '',
  dependencies: {},
}

function plan(contracts: readonly Contract[], more: Partial<Parameters<typeof planCases>[0]> = {}): Plan {
  const selections = [{ pattern: '**', contracts }]
  return planCases({ selections, subjects: [subject], deviations: [], wire: [], seed: 1, runs: 100, ...more })
}

const drawn = { x: { kind: 'generator', generator: 'text' } } as const
const all = [contract('b/y', { forAll: drawn }), contract('a/x', { rows: [row('two'), row('one')] }), contract('b/x')]

test('every row of every contract, by id, on each subject; one run where nothing is drawn', () => {
  const { cases } = plan(all)
  expect(cases.map(({ index, id, runs }) => [index, id, runs])).toEqual([
    [0, 'a/x#two', 1],
    [1, 'a/x#one', 1],
    [2, 'b/x', 1],
    [3, 'b/y', 100],
  ])
  const other = { ...subject, id: 'sdk@2.0.0' }
  expect(
    plan(all, { subjects: [subject, other] })
      .cases.map((one) => one.subject)
      .slice(3, 5),
  ).toEqual([subject.id, other.id])
})

test('the seed of a case depends on its id and the seed of the run, on nothing else', () => {
  const seeds = (contracts: readonly Contract[], seed: number): number | undefined =>
    plan(contracts, { seed }).cases.find(({ id }) => id === 'b/y')?.seed
  expect(seeds(all, 1)).toBe(seeds(all.slice(0, 1), 1))
  expect(seeds(all, 1)).not.toBe(seeds(all, 2))
  expect(new Set(plan(all).cases.map(({ seed }) => seed)).size).toBe(4)
})

test('equal plans have equal digests; what is run changes it, where it is written does not', () => {
  const { digest } = plan(all)
  expect(plan(all).digest).toBe(digest)
  const moved = all.map((one) => ({ ...one, place: { ...place, line: 9 } }))
  expect(plan(moved).digest).toBe(digest)
  const changed = [contract('b/y', { forAll: { ...drawn, z: drawn.x } }), ...all.slice(1)]
  for (const other of [plan(changed), plan(all, { seed: 2 }), plan(all, { runs: 99 }), plan(all.slice(1))])
    expect(other.digest).not.toBe(digest)
})

test('what a subject does not claim is planned as inapplicable, with the reason and whose it is', () => {
  const only = { sdk: '>=2', because: 'it came with 2.0' }
  const reasons = plan([
    contract('a', { only }),
    contract('b', { rows: [row('r', { only: { sdk: '<1' } })] }),
    contract('c', { only: { runtime: ['deno'] } }),
    contract('e', { only: { sdk: '>=1.5.0-beta' } }),
  ]).cases.map(({ inapplicable }) => inapplicable && `${inapplicable.owner}: ${inapplicable.reason}`)
  expect(reasons).toEqual([
    'sdk: it applies to SDK versions >=2: it came with 2.0',
    'sdk: it applies to SDK versions <1',
    'environment: it applies to deno',
    undefined,
  ])
})

test('a contract for the other seat is in no plan, unless nothing else was asked for', () => {
  const other = contract('d', { seats: ['backend'] })
  expect(plan([contract('a'), other]).cases.map(({ id }) => id)).toEqual(['a'])
  expect(plan([other]).cases).toMatchObject([{ inapplicable: { reason: 'it judges backends only', owner: 'suite' } }])
})

test('a client without a server URL needs the lane in which a host name answers', () => {
  const clients = { client: { config: { serverUrl: { $value: 'undefined' } } } }
  const lanes = plan([contract('a', { given: { ...contract('').given, clients } }), contract('b')]).cases.map(
    ({ lane }) => lane,
  )
  expect(lanes).toEqual(['host-name', 'loopback'])
})

test('witnesses of the deviations of a row and a version come with its case', () => {
  const deviation = { id: 'd', contract: 'a/x', row: 'one', versions: '<2', witness: { n: 1 } } as unknown as Deviation
  const others = [{ ...deviation, id: 'e', versions: '>=2' }, { ...deviation, id: 'f', row: 'two' }] // prettier-ignore
  expect(plan(all, { deviations: [deviation, ...others] }).cases.map(({ witnesses }) => witnesses)).toEqual([
    { f: { n: 1 } },
    { d: { n: 1 } },
    {},
    {},
  ])
})

test('a pattern selects by glob, by id, by folder or by row; each row is planned once', () => {
  const ids = (...patterns: string[]): string[] =>
    plan([], { selections: patterns.map((pattern) => select(pattern, all)) }).cases.map(({ id }) => id)
  expect(ids('b/*')).toEqual(['b/x', 'b/y'])
  expect(ids('b')).toEqual(['b/x', 'b/y'])
  expect(ids('b/x')).toEqual(['b/x'])
  expect(ids('a/x#one')).toEqual(['a/x#one'])
  expect(ids('*/x', 'a/x#two')).toEqual(['a/x#two', 'a/x#one', 'b/x'])
  expect(ids('a/x#three', 'c')).toEqual([])
})
