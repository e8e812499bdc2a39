import { expect, test } from 'vitest'
import type { Contract } from '../model/contract.ts'
import type { BackendSubject } from '../model/subject.ts'
import type { Suite } from '../model/suite.ts'
import { contract, row } from './fixtures/contract.ts'
import { planCases } from './plan-cases.ts'
import { describeProfiles, profilesOf } from './profiles.ts'

function ofBackends(id: string, rows = 1): Contract {
  const names = rows === 1 ? [undefined] : Array.from({ length: rows }, (_, index) => `row ${index}`)
  return contract(id, { seats: ['backend'], rows: names.map((name) => row(name)) })
}

const contracts = [
  ofBackends('calls/get'),
  ofBackends('calls/post', 3),
  contract('calls/wire'),
  ofBackends('records/list'),
  ofBackends('elsewhere/x'),
]
const suites: readonly Suite[] = [
  { name: 'all', title: 'all', seat: 'backend', contracts: ['**'] },
  { name: 'functions', title: 'Functions', seat: 'backend', profile: true, contracts: ['calls/*', 'calls/get'] },
  { name: 'data', title: 'Data', seat: 'backend', profile: true, contracts: ['records/*', 'calls/get'] },
]

const backend: BackendSubject = {
  kind: 'backend',
  id: 'b',
  backend: 'url',
  version: '1.0.0',
  runtime: 'node',
  runtimeVersion: '24',
  dependencies: {},
  entry: '',
  access: { url: '', appId: '', users: {}, desk: { host: '', port: 1 }, key: '' },
}

test('a contract is part of every profile that selects it, a suite that is none is none', () => {
  const of = profilesOf({ suites, contracts })
  expect(contracts.map((one) => [one.id, of(one)])).toEqual([
    ['calls/get', ['functions', 'data']],
    ['calls/post', ['functions']],
    ['calls/wire', []],
    ['records/list', ['data']],
    ['elsewhere/x', []],
  ])
})

test('the whole of a profile is counted in cases that judge backends, each once', () => {
  expect(describeProfiles({ suites, contracts })).toEqual([
    { name: 'functions', title: 'Functions', cases: 4 },
    { name: 'data', title: 'Data', cases: 2 },
  ])
})

test.each([
  [undefined, ['calls/get', 'calls/post', 'elsewhere/x', 'records/list']],
  [['functions'], ['calls/get', 'calls/post', 'elsewhere/x']],
  [['data'], ['calls/get', 'elsewhere/x', 'records/list']],
])('who claims %j is asked for that, and for what belongs to no profile', (claims, asked) => {
  const plan = planCases({
    selections: [{ pattern: '**', contracts: contracts.filter(({ seats }) => seats.includes('backend')) }],
    subjects: [{ ...backend, ...(claims && { claims }) }],
    deviations: [],
    wire: [],
    seed: 1,
    runs: 1,
    profiles: profilesOf({ suites, contracts }),
  })
  const applying = plan.cases.filter(({ inapplicable }) => inapplicable === undefined)
  expect([...new Set(applying.map((one) => one.contract.id))]).toEqual(asked)
  for (const { inapplicable } of plan.cases) {
    if (inapplicable !== undefined) expect(inapplicable.reason).toMatch(/this backend claims/)
  }
})
