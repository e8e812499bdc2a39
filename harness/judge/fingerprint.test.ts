import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bindings, Encoded, Template } from '../model/value.ts'
import type { Expectations } from '../model/contract.ts'
import type { Observation } from '../model/outcome.ts'
import { generators } from '../generators/index.ts'
import { bytes, call, exchange, resolved, seen } from './fixtures/samples.ts'
import { fingerprintOf } from './fingerprint.ts'
import { judgeStep } from './judge-step.ts'

function fingerprint(expect: Expectations, given: Partial<Observation>, bindings: Bindings): string {
  const judged = judgeStep({ step: call(expect), bindings, observation: seen(given) })
  return judged.kind === 'broken'
    ? fingerprintOf({ caseId: 'a/b#row', step: 0, mismatch: judged.mismatch })
    : judged.kind
}

test('case, step, key path, kind of mismatch and observed class', () => {
  expect(fingerprint({ resolves: { $has: { data: { n: 1 } } } }, resolved({ data: { n: 'x' } }), {})).toBe(
    'a/b#row · step 1 · resolves.data.n · wrong-type · string',
  )
})

test('the key path is cut at the first substitution, in a value, a key or a whole object of headers', () => {
  const bindings = { x: { deep: [1] }, key: 'k', h: { 'x-drawn': '1' } }
  const cut = (expectations: Expectations, given: Partial<Observation>): string | undefined =>
    fingerprint(expectations, given, bindings).split(' · ')[2]
  expect(cut({ resolves: { a: '${x}' } }, resolved({ a: { deep: [2] } }))).toBe('resolves.a')
  expect(cut({ resolves: { a: { '${key}': { b: 1 } } } }, resolved({ a: { k: { b: 2 } } }))).toBe('resolves.a')
  expect(cut({ resolves: { $has: { '${key}': 1 } } }, resolved({ k: 2 }))).toBe('resolves')
  expect(cut({ resolves: { a: 1 } }, resolved({ a: 1, drawn: 2 }))).toBe('resolves')
  expect(cut({ sends: { headers: '${h}' } }, { exchanges: [exchange()] })).toBe('sends.headers')
  expect(cut({ sends: { path: '/a/${key}' } }, { exchanges: [exchange()] })).toBe('sends.path')
})

test('a step of a model has its name instead of its number, and no place in a list', () => {
  const expectations = { resolves: { $unordered: [{ $has: { id: 1 } }, { $has: { id: 2 } }] } }
  const judged = judgeStep({
    step: call(expectations),
    bindings: {},
    observation: seen(resolved([{ id: 1 }, { id: 3 }])),
  })
  if (judged.kind !== 'broken') throw new Error('it should be broken')
  const { mismatch } = judged
  expect(mismatch.path).toEqual([1])
  expect(fingerprintOf({ caseId: 'a/b', step: 17, named: 'look after update', mismatch })).toBe(
    'a/b · step look after update · resolves · different · array',
  )
})

/** Expectation of a drawn value, and what a broken SDK makes of that value. */
const ways: Readonly<
  Record<string, { generator: string; expect: Expectations; seen: (drawn: Encoded) => Partial<Observation> }>
> = {
  'data is lost': {
    generator: 'json-object',
    expect: { resolves: { $has: { data: '${x}' } } },
    seen: () => resolved({}),
  },
  'data is wrapped in a list': {
    generator: 'json-object',
    expect: { resolves: { $has: { data: '${x}' } } },
    seen: (drawn) => resolved({ data: [[[drawn]]] }),
  },
  'a body that is not JSON': {
    generator: 'json-object',
    expect: { sends: { json: '${x}' } },
    seen: (drawn) => ({ exchanges: [exchange({ body: bytes(`x=${JSON.stringify(drawn)}`) })] }),
  },
  'an error with the drawn status': {
    generator: 'error-status',
    expect: { resolves: { $is: 'object' } },
    seen: (status) => ({
      outcome: { kind: 'rejected', error: { $error: { class: ['Error'], message: String(status), status } } },
    }),
  },
  'a token in the wrong header': {
    generator: 'token',
    expect: { sends: { without: ['${x}'] as Template } },
    seen: (token) => ({ exchanges: [exchange({ headers: [['authorization', `Bearer ${String(token)}`]] })] }),
  },
  'a path that is not encoded': {
    generator: 'plain-function-name',
    expect: { sends: { path: '/functions/${x}' } },
    seen: (name) => ({ exchanges: [exchange({ target: `/functions/${String(name)}/${String(name)}` })] }),
  },
  'headers that are lost': {
    generator: 'request-headers',
    expect: { sends: { headers: '${x}' } },
    seen: () => ({ exchanges: [exchange()] }),
  },
}

test.each(Object.entries(ways))('the same for every draw: %s', (_, way) => {
  const found = new Set<string>()
  const arbitrary = (generators[way.generator] as (typeof generators)[string]).arbitrary
  fc.assert(
    fc.property(arbitrary, (x) => void found.add(fingerprint(way.expect, way.seen(x), { x }))),
    { seed: 1, numRuns: 300 },
  )
  found.delete('met')
  expect([...found]).toHaveLength(1)
})
