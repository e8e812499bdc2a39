import { expect, it } from 'vitest'
import type { Event } from '../../harness/model/event.ts'
import { caseEvent, header, log, sdk, violation } from '../fixtures/events.ts'
import { hostile } from '../fixtures/hostile.ts'
import { poisonedRun } from '../fixtures/poisoned.ts'
import { sampleRun } from '../fixtures/sample-run.ts'
import { foldEvents } from '../fold.ts'
import { sarifReport } from './sarif.ts'

interface Rule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
  readonly fullDescription: { readonly text: string }
  readonly help: { readonly text: string; readonly markdown: string }
  readonly defaultConfiguration: { readonly level: string }
}

interface Found {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string }
        readonly region: { readonly startLine: number }
      }
    },
  ]
  readonly partialFingerprints: Record<string, string>
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[]
}

interface Run {
  readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly Rule[] } }
  readonly invocations: readonly Record<string, unknown>[]
  readonly results: readonly Found[]
}

function runOf(events: Parameters<typeof foldEvents>[0]): Run {
  const written = JSON.parse(JSON.stringify(sarifReport(foldEvents(events)))) as { version: string; runs: [Run] }
  expect(written).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-schema-2.1.0') })
  return written.runs[0]
}

const sample = runOf(sampleRun())

it('has a rule a contract, with title, quote and help', () => {
  const { rules, version } = sample.tool.driver
  expect(version).toBe('0.1.0')
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  expect(rules).toHaveLength(18)
  expect(rules.find(({ id }) => id === 'client/on-error-hears-of-every-failed-call')).toMatchObject({
    shortDescription: { text: expect.stringMatching(/^options.onError hears/) },
    fullDescription: { text: expect.stringContaining('“Optional: error handler (must be in options)”') },
    help: {
      text: expect.stringContaining('npx base44-conformance explain client/on-error'),
      markdown: expect.stringContaining('> **CS-09** client-setup.md, In External Apps<br>\n> “Optional'),
    },
    defaultConfiguration: { level: 'warning' },
  })
})

it('has a result for each violation and each case that could not be tested, at the line of its contract', () => {
  expect(sample.results.map(({ ruleId, level, suppressions }) => [ruleId, level, suppressions !== undefined])).toEqual([
    ['functions/a-file-makes-invoke-multipart', 'error', false],
    ['functions/invoke-resolves-to-the-raw-axios-response', 'error', false],
    ['client/on-error-hears-of-every-failed-call', 'warning', false],
    ['functions/invoke-posts-to-the-function-address', 'note', false],
    ['functions/fetch-keeps-the-path-as-written', 'note', true],
    ['auth/me-without-a-token-rejects', 'note', true],
    ['entities/subscribe-hears-of-changes', 'error', false],
    ['client/cleanup-may-be-called-twice', 'note', true],
  ])
  expect(sample.results[0]?.message.text).toMatch(
    /^What the function receives at \.form\.meta is missing \(lies with the SDK\)\. Run again: npx base44-conformance run --replay /,
  )
})

it('suppresses what is recorded, and says why', () => {
  expect(sample.results[4]?.suppressions).toEqual([
    {
      kind: 'external',
      status: 'accepted',
      justification:
        'Known deviation functions/fetch-adds-a-slash; a path without a leading slash gets one; joined with the base address as it is',
    },
  ])
})

it('a case that breaks in a known and in a new way has a result for each', () => {
  const both = caseEvent({
    result: { violations: [violation({ fingerprint: 'known' }), violation({ fingerprint: 'new' })] },
    standing: { known: { known: 'd' }, unexpected: ['new'] },
  })
  const { results } = runOf(log([both]))
  expect(results.map(({ level, suppressions }) => [level, suppressions?.length])).toEqual([
    ['error', undefined],
    ['note', 1],
  ])
})

it('fingerprints stay from run to run, and tell rows, kinds and subjects apart', () => {
  const seen = (fingerprint: string, over: object = {}): ReturnType<typeof caseEvent> =>
    caseEvent({ result: { violations: [violation({ fingerprint })] }, ...over })
  const printsOf = (events: Parameters<typeof foldEvents>[0]): (string | undefined)[] =>
    runOf(events).results.map(({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash'])
  const subjects = [sdk, { ...sdk, id: 'other' }]
  const [first] = printsOf(log([seen('f')]))
  expect(first).toMatch(/^[0-9a-f]{16}:1$/)
  expect(printsOf(log([seen('f', { subject: 'newer' })], { seed: 1 }))).toEqual([first])
  const apart = [seen('f'), seen('g'), seen('f', { contract: { row: 'a' } }), seen('f', { subject: 'other' })]
  expect(new Set(printsOf(log(apart, { subjects }))).size).toBe(4)
})

it('says of the run what no result says', () => {
  expect(sample.invocations[0]).toMatchObject({ executionSuccessful: true, exitCode: 1 })
  expect(sample.invocations[0]?.['toolConfigurationNotifications']).toHaveLength(2)
  expect(runOf([header({ planned: 2 }), caseEvent()]).invocations[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [{ level: 'error', message: { text: expect.stringContaining('1 planned case was') } }],
  })
})

it.each<readonly [string, Event[]]>([
  ['sample', sampleRun()],
  ...Object.entries(hostile).map(([name, text]) => [name, poisonedRun(text)] as const),
])('keeps to the schema: %s', (_, events) => {
  const { results, tool, invocations } = runOf(events)
  const { rules } = tool.driver
  expect(typeof invocations[0]?.['executionSuccessful']).toBe('boolean')
  for (const { shortDescription, fullDescription, help, defaultConfiguration } of rules) {
    for (const { text } of [shortDescription, fullDescription, help]) expect(text).toMatch(plainText)
    expect(levels).toContain(defaultConfiguration.level)
  }
  for (const { ruleId, ruleIndex, level, message, locations } of results) {
    expect(rules[ruleIndex]?.id).toBe(ruleId)
    expect(levels).toContain(level)
    expect(message.text).toMatch(plainText)
    expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\w%.!~*'()/-]+$/)
    expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(0)
  }
  expect(results.length).toBeGreaterThan(3)
  expect(JSON.stringify(results)).not.toMatch(unseen)
  expect(JSON.stringify([rules, results]).length).toBeLessThan(100_000)
})

const levels = ['error', 'warning', 'note', 'none']
/** Braces in pairs, no embedded link, at most what GitHub takes of a message. */
const plainText = /^(?!.*\]\()(?:[^{}]|\{\{|\}\})+$/
/** Raw, or escaped by JSON: an escape that is text already has its backslash doubled. Only a new line may stand in it. */
const unseen = /[\p{Cf}\p{Cs}\p{Cc}\u2028\u2029]|(?<!\\)(?:\\\\)*\\[urtbf]/u
