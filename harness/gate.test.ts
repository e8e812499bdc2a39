import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Selection } from './plan/select.ts'
import { contractWithoutDraws, eventsOf, fixtureSdk, optionsFor } from './fixtures/options.ts'

const timeout = 60_000

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'base44-conformance-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'file')
}

/** So many contracts that call the method that misbehaves, without draws. */
function calling(amount: number): Selection[] {
  const contracts = Array.from({ length: amount }, (_, index) => contractWithoutDraws(`a/${index}`, 'functions.invoke'))
  return [{ pattern: '**', contracts }]
}

test('what hangs only under load holds when it is judged once more, alone', { timeout }, async () => {
  const environment = { ...process.env, SLOW_UNTIL: newFile() }
  const { cases, footer } = await eventsOf(optionsFor(fixtureSdk('slow-at-first'), { environment }))
  expect(cases.map(({ result }) => [result.verdict, result.again])).toEqual([
    ['holds', { held: true }],
    ['holds', undefined],
  ])
  expect(footer.exitCode).toBe(0)
})

test('what hangs alone, too, is violated', { timeout }, async () => {
  const { cases } = await eventsOf(optionsFor(fixtureSdk('never-settles')))
  expect(cases[0]?.result).toMatchObject({ verdict: 'violated', again: { held: false } })
})

test('when three in a row stand, the rest counts at once', { timeout }, async () => {
  const { cases } = await eventsOf(optionsFor(fixtureSdk('never-settles'), { selections: calling(5), limitMs: 200 }))
  expect(cases.map(({ result }) => result.again?.held)).toEqual([false, false, false, undefined, undefined])
  expect(cases.map(({ result }) => result.verdict)).toEqual(Array(5).fill('violated'))
})

test('bail stops at the first red case; the rest is not run, which is red', { timeout }, async () => {
  const selections = calling(30)
  const { cases, footer } = await eventsOf(optionsFor(fixtureSdk('throws-later'), { selections, bail: true }))
  expect(cases.length).toBeLessThan(10)
  expect(footer).toMatchObject({ exitCode: 1, interrupted: false, bailed: true })
  expect(footer.totals.notRun).toBeGreaterThan(20)
})

test('without anything red, bail changes nothing', { timeout }, async () => {
  const { cases, footer } = await eventsOf(optionsFor(fixtureSdk('well-behaved'), { bail: true }))
  expect(cases).toHaveLength(2)
  expect(footer).not.toHaveProperty('bailed')
})

test('repeat: what does not come out alike each time is red, and says how often', { timeout }, async () => {
  const environment = { ...process.env, CALLS_IN: newFile() }
  const selections = calling(1)
  const { cases } = await eventsOf(optionsFor(fixtureSdk('fails-now-and-then'), { environment, selections, repeat: 4 }))
  expect(cases[0]?.result).toMatchObject({ verdict: 'violated', repeated: { times: 4, alike: 1 } })
  expect(cases[0]?.result.violations).toHaveLength(1)
})

test('repeat: what comes out alike says so', { timeout }, async () => {
  const { cases } = await eventsOf(optionsFor(fixtureSdk('well-behaved'), { repeat: 3 }))
  expect(cases.map(({ result }) => [result.verdict, result.repeated])).toEqual([
    ['holds', { times: 3, alike: 3 }],
    ['holds', { times: 3, alike: 3 }],
  ])
})

test('subjects are judged one after the other, each in threads of its own', { timeout }, async () => {
  const subjects = ['well-behaved', 'throws-on-import', 'exits'].map((name) => fixtureSdk(name))
  const [first] = subjects
  if (first === undefined) throw new Error('there is a first')
  const { cases } = await eventsOf(optionsFor(first, { subjects }))
  expect(cases.map(({ subject, result }) => [subject, result.verdict])).toEqual([
    ['well-behaved', 'holds'],
    ['well-behaved', 'holds'],
    ['throws-on-import', 'violated'],
    ['throws-on-import', 'violated'],
    ['exits', 'violated'],
    ['exits', 'holds'],
  ])
})
