import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Encoded, EncodedObject } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { formOf, isObject } from '../language/form.ts'
import { toPlain } from '../language/plain.ts'
import { generators } from './index.ts'

/** Characters of JSON: three files, as they are passed and as they arrive. */
const readable = 300

/** Far apart, as the seeds of cases are. */
const seeds = Array.from({ length: 1000 }, (_, index) => Math.imul(index + 1, 0x9e3779b1) | 0)

test.each(Object.entries(generators))('%s is registered under its own name', (name, generator) => {
  expect(generator.name).toBe(name)
  expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
  expect(generator.title).toMatch(/^[A-Z].*[^.]$/)
})

describe.each(Object.values(generators))('$name', (generator) => {
  const apart = seeds.map((seed) => fc.sample(generator.arbitrary, { seed, numRuns: 1 })[0] as Encoded)
  const inOneRun = fc.sample(generator.arbitrary, { seed: 1, numRuns: 1000 })

  test.each(Object.keys(generator.classes))('meets %s', (name) => {
    const holds = generator.classes[name] as (value: Encoded) => boolean
    expect(apart.some(holds), 'over 1,000 seeds').toBe(true)
    expect(inOneRun.some(holds), 'over a run of 1,000').toBe(true)
  })

  test('draws plain data that the language can write down', () => {
    expect([...apart, ...inOneRun].flatMap(flawsOf)).toEqual([])
  })

  test('draws values that have the members it declares, and no others', () => {
    const expected = [...(generator.members ?? [])].sort()
    if (expected.length === 0) return
    for (const value of [...apart, ...inOneRun]) expect(Object.keys(value as EncodedObject).sort()).toEqual(expected)
  })

  test('draws the same from the same seed', () => {
    expect(fc.sample(generator.arbitrary, { seed: 1, numRuns: 1000 })).toEqual(inOneRun)
  })

  test('shrinks whatever it draws to something readable', () => {
    // Of a value with many members each is there, however small.
    const most = Math.max(readable / 2, 40 * (generator.members?.length ?? 0))
    for (const seed of seeds.slice(0, 50)) expect(sizeOf(smallest(generator, seed))).toBeLessThanOrEqual(most)
  })

  test.each(Object.keys(generator.classes))('shrinks %s to something readable, unless it is long by nature', (name) => {
    const holds = generator.classes[name] as (value: Encoded) => boolean
    const { counterexample } = fc.check(
      fc.property(generator.arbitrary, (value) => !holds(value)),
      { seed: 1, numRuns: 1000 },
    )
    expect(counterexample).not.toBeNull()
    if (!/KB|100|200|every byte/.test(name))
      expect(sizeOf((counterexample as [Encoded])[0])).toBeLessThanOrEqual(readable)
  })
})

/** What is left when everything counts as a failure. */
function smallest(generator: Generator, seed: number): Encoded {
  const { counterexample } = fc.check(
    fc.property(generator.arbitrary, () => false),
    { seed, numRuns: 1 },
  )
  return (counterexample as [Encoded])[0]
}

function sizeOf(value: Encoded): number {
  return JSON.stringify(toPlain(value)).length
}

const drawnForms = ['file', 'bytes', 'value', 'date', 'json']

/** Why a value is not encoded data: numbers that JSON lacks, forms that are none, objects with a class. */
function flawsOf(value: Encoded): string[] {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? [] : [`the number ${value}`]
  if (value === null || ['string', 'boolean'].includes(typeof value)) return []
  if (value instanceof Uint8Array)
    return Object.getPrototypeOf(value) === Uint8Array.prototype ? [] : ['bytes of another class']
  if (Array.isArray(value)) return (value as readonly Encoded[]).flatMap(flawsOf)
  if (!isObject(value)) return [typeof value]
  if (Object.getPrototypeOf(value) !== Object.prototype) return ['an object with another prototype']
  const form = formOf(value)
  if (form !== undefined) return drawnForms.includes(form.word) ? flawsOf(form.value) : [`the form $${form.word}`]
  const bare = Object.keys(value).filter((key) => /^\$([^$]|$)/.test(key) || key.includes('${'))
  return [...bare.map((key) => `the key ${key}`), ...Object.values(value).flatMap(flawsOf)]
}
