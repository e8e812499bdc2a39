import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { foldEvents, loadContracts, parseLog, renderReport, run, SubjectError, UsageError } from './index.ts'
import type { CaseEvent, Event, RunOptions } from './index.ts'

// The library as a user's program calls it, on the same project that the command is tried on.

const written = fileURLToPath(new URL('../cli/fixtures/project', import.meta.url))
const broken = fileURLToPath(new URL('../../suites/app/broken-sdk', import.meta.url))
const holding = 'promises/orders/are-listed'

test('run judges a project by its configuration, and yields each case as it is judged', async () => {
  const cwd = project()
  const events = await eventsOf({ cwd, config: true })
  expect(events.map(({ kind }) => kind)).toEqual(['header', ...Array<string>(5).fill('case'), 'footer'])
  expect(events[0]).toMatchObject({ suite: 'shop', seed: 7, runs: 5 })
  const { exitCode, violations, deviations } = foldEvents(events)
  expect(violations.map(({ result }) => result.event.id)).toEqual(['promises/orders/come-newest-first'])
  expect(deviations.map(({ deviation }) => deviation.id)).toEqual([
    'accepted/form-data-does-not-arrive',
    'accepted/orders-are-not-frozen',
  ])
  expect(exitCode).toBe(1)
  expect(existsSync(join(cwd, 'report.json'))).toBe(false)
})

test('what the call says wins over the file, key by key', async () => {
  const events = await eventsOf({ cwd: project(), config: true, only: holding, seed: 8, deviations: [] })
  expect(events[0]).toMatchObject({ suite: 'shop', seed: 8, runs: 5 })
  expect(events.filter(isCase).map(({ id }) => id)).toEqual([holding])
})

test('without a file the call says it all', async () => {
  const events = await eventsOf({ cwd: project(), contracts: ['promises'], only: holding, runs: 2 })
  expect(events[0]).toMatchObject({ suite: 'all', runs: 2 })
  expect(events.at(-1)).toMatchObject({ kind: 'footer', exitCode: 0 })
})

test('leaving the loop ends the run', async () => {
  const started = performance.now()
  for await (const event of run({ runs: 100_000 })) if (event.kind === 'header') break
  expect(performance.now() - started).toBeLessThan(20_000)
})

test('a signal interrupts it: the last event says so', async () => {
  const stop = new AbortController()
  const events: Event[] = []
  for await (const event of run({ signal: stop.signal, only: 'functions/**', runs: 5 })) {
    events.push(event)
    stop.abort()
  }
  expect(events.at(-1)).toMatchObject({ kind: 'footer', interrupted: true, exitCode: 130 })
})

test('secrets of the environment are in no event', async () => {
  const environment = { ...process.env, SHOP_API_KEY: 'sent-by-nobody' }
  const events = await eventsOf({ sdk: broken, suite: 'demo', timeout: 500, runs: 3, environment })
  expect(events.at(-1)).toMatchObject({ exitCode: 1 })
  const sdk = project({
    'sdk/index.js': `export const createClient = () => { throw new Error(process.env.SHOP_API_KEY) }`,
  })
  const only = 'functions/invoke-works-without-data'
  const text = renderReport(await eventsOf({ cwd: sdk, sdk: './sdk', only, environment }), 'ndjson')
  expect(text).toContain('‹secret›')
  expect(text).not.toContain('sent-by-nobody')
})

test('a log is read back as the events it was written from', async () => {
  const events = await eventsOf({ sdk: broken, suite: 'demo', timeout: 500, runs: 3, seed: 1 })
  const log = renderReport(events, 'ndjson')
  const read = parseLog(log)
  expect(renderReport(read, 'ndjson')).toBe(log)
  expect(foldEvents(read).violations).toHaveLength(foldEvents(events).violations.length)
  expect(renderReport(events, 'terminal', { width: 80 })).toContain('✗')
})

test('loadContracts returns ours and theirs', async () => {
  const cwd = project()
  const ours = await loadContracts({ cwd })
  const { contracts, suites } = await loadContracts({ cwd, contracts: ['promises'] })
  expect(ours.contracts.map(({ id }) => id)).not.toContain(holding)
  expect(contracts).toHaveLength(ours.contracts.length + 3)
  expect(suites.map(({ name }) => name)).toContain('all')
})

test('loadContracts throws with every mistake at once, as text and as data', async () => {
  const cwd = project({
    'promises/orders/are-listed.yaml': 'titel: none',
    'promises/orders/are-frozen.yaml': 'title: "no end',
  })
  const error = await loadContracts({ cwd, config: true }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UsageError)
  const { problems, message } = error as UsageError
  expect(new Set(problems.map(({ place }) => place.file))).toEqual(
    new Set(['promises/orders/are-frozen.yaml', 'promises/orders/are-listed.yaml']),
  )
  expect(message.split('\n').length).toBeGreaterThanOrEqual(problems.length)
})

test.each<[RunOptions, new (message: string) => Error, string]>([
  [{ suite: 'smok' }, UsageError, 'did you mean smoke?'],
  [
    { ...({ suit: 'smoke' } as object) },
    UsageError,
    '(options)  `suit` of the options: seen the unknown key `suit`; wanted did you mean `suite`?',
  ],
  [
    { ...({ reports: { json: 'x' } } as object) },
    UsageError,
    'called run() with `reports`: it writes none. Make them from its events',
  ],
  [{ config: 'nowhere.json' }, UsageError, 'read the configuration nowhere.json: there is no such file.'],
  [{ only: 'functions/nothing' }, UsageError, 'there is no contract "functions/nothing"'],
  [
    { sdk: './nowhere' },
    SubjectError,
    "it is no version (0.8.50), no range ('0.8.x') and no folder or tarball that exists",
  ],
])('run(%j) throws before it yields anything', async (options, kind, message) => {
  const error = await run({ cwd: tmpdir(), ...options })
    .next()
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(kind)
  expect((error as Error).message).toContain(message)
})

function project(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'project-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(written, folder, { recursive: true })
  if (files['sdk/index.js'] !== undefined) {
    cpSync(broken, join(folder, 'sdk'), { recursive: true })
  }
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
  return folder
}

function eventsOf(options: RunOptions): Promise<Event[]> {
  return Array.fromAsync(run(options))
}

function isCase(event: Event): event is CaseEvent {
  return event.kind === 'case'
}
