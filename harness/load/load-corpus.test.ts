import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeProblem } from './describe-problem.ts'
import { vocabulary } from './fixtures/vocabulary.ts'
import { loadCorpus } from './load-corpus.ts'
import type { Sources } from './sources.ts'

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url))

let root: string
let sources: Sources
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'corpus-'))
  await cp(fixtures, root, { recursive: true })
  sources = { contracts: join(root, 'contracts'), suites: join(root, 'suites') }
})
afterEach(() => rm(root, { recursive: true }))

async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(root, file), 'utf8')
  expect(text).toContain(from)
  await writeFile(
    join(root, file),
    text.replace(from, () => to),
  )
}

async function problemsNow(): Promise<readonly string[]> {
  return (await loadCorpus({ sources, vocabulary })).problems.map(describeProblem)
}

test('a corpus without mistakes is loaded whole', async () => {
  const { corpus, problems } = await loadCorpus({ sources, vocabulary })
  expect(problems).toEqual([])
  expect(corpus.contracts.map(({ id }) => id)).toEqual([
    'functions/acts-for-its-caller',
    'functions/fetch-hands-over-each-chunk',
    'functions/on-error-hears-of-every-failure',
    'functions/takes-each-credential-from-its-own-header',
  ])
  expect(corpus.statements).toHaveLength(5)
  expect(corpus.suites).toMatchObject([{ name: 'sdk', seat: 'sdk', runs: 50 }])
  expect(corpus.deviations).toMatchObject([{ id: 'on-error-twice', place: { line: 1 } }])
  expect(corpus.tables[0]?.cells['network']).toEqual({
    entities: { kind: 'reason', reason: 'no contract yet' },
    auth: { kind: 'reason', reason: 'no contract yet' },
  })
  expect(corpus.wire).toMatchObject([{ name: 'entities', kind: 'path' }])
})

test('a contract says what it looks at, where it stands and whom it can judge', async () => {
  const { corpus } = await loadCorpus({ sources, vocabulary })
  const [inside, streams, rows, headers] = corpus.contracts
  expect(inside).toMatchObject({ seats: ['backend'], given: { clients: { alice: { user: 'alice', service: true } } } })
  expect(inside?.steps.map(({ kind }) => kind)).toEqual(['inside', 'inside', 'inside', 'inside', 'http'])
  expect(streams).toMatchObject({
    seats: ['sdk', 'backend'],
    provenance: { kind: 'documented' },
    given: { clients: { client: {} }, functions: { 'stream-data': [{ chunks: ['${first}', '${second}'] }] } },
    steps: [{ kind: 'call', place: { line: 7, column: 5 }, path: 'functions.fetch' }],
    falsifiedBy: { 'FM-14': ['sdk/buffers-the-body'] },
  })
  expect(rows?.rows).toMatchObject([
    { name: 'entities', bindings: { args: [] }, cites: ['CS-02'], place: { line: 5, column: 3 } },
    { name: 'auth', only: { sdk: '>=0.8.4' } },
  ])
  expect(rows?.steps[0]).toMatchObject({
    with: '${args}',
    answers: [{ json: {} }],
    expect: { notifies: { onError: [] } },
  })
  expect(headers).toMatchObject({
    seats: ['sdk'],
    provenance: { kind: 'observed' },
    falsifiedBy: { '*': [expect.anything()] },
  })
  expect(headers?.forAll['key']).toEqual({ kind: 'one-of', values: ['__proto__', { $$gt: 3 }, '$5'] })
  expect(headers?.steps.map(({ kind }) => kind)).toEqual(['construct', 'construct', 'call', 'together'])
  const [argument] = (headers?.steps[2] as unknown as { with: object[] } | undefined)?.with ?? []
  expect(Object.entries(argument as object)).toEqual([
    ['__proto__', '${key}'],
    ['owner', '${users.alice.email}'],
  ])
})

const deviation = 'suites/deviations/on-error-twice.yaml'
const tables = 'contracts/tables/errors.yaml'
const statements = 'contracts/statements/documents.yaml'

test.each([
  ['a glob that matches nothing', 'suites/sdk.yaml', 'functions/**', 'function/*', '3:13', 'matches nothing'],
  ['an unknown key of a suite', 'suites/sdk.yaml', 'runs: 50', 'run: 50', '4:1', 'did you mean `runs`?'],
  ['an unknown contract', deviation, 'contract: functions/on', 'contract: functions/no', '1:11', 'did you mean'],
  ['an unknown row', deviation, 'row: auth', 'row: oauth', '2:6', 'did you mean `auth`?'],
  ['no row', deviation, 'row: auth\n', '', '1:1', '`row`: one of entities, auth'],
  ['a fingerprint of another case', deviation, '#auth · ', '#entities · ', '4:14', 'begins with'],
  [
    'an empty reason',
    deviation,
    'reason: two interceptors report the same error',
    "reason: ''",
    '7:9',
    '`reason` of deviation on-error-twice: seen `""`, which says nothing yet; wanted why it is accepted',
  ],
  ['a reason of dots', deviation, 'two interceptors report the same error', "'...'", '7:9', 'which says nothing yet'],
  ['an empty seen', deviation, 'by hand, 2026-11-21, with @base44/sdk 0.8.50', "''", '8:7', 'what you ran'],
  [
    'a step that is not there',
    deviation,
    'step 2 ·',
    'step 3 ·',
    '4:14',
    'seen `step 3`; wanted one of step 1, step 2',
  ],
  ['an expectation that is not there', deviation, 'notifies.on', 'notifise.on', '4:14', 'did you mean `notifies`?'],
  ['a kind that is none', deviation, '· wrong-count ·', '· wrong-cuont ·', '4:14', 'did you mean `wrong-count`?'],
  ['half a fingerprint', deviation, ' · wrong-count · array', '', '4:14', 'as a report prints it'],
  ['a range without versions', deviation, '>=0.8.40', '>2 <1', '3:6', 'which no version is in'],
  ['versions that the row leaves out', deviation, '>=0.8.40', '<0.8.2', '3:6', 'versions in `>=0.8.4`'],
  ['a day that does not exist', deviation, '2027-03-01', '2027-02-30', '10:8', 'a date: 2026-11-21'],
  [
    'a repair that is not there',
    deviation,
    'twice.repair.patch',
    'once.repair.patch',
    '9:9',
    'a patch beside this file',
  ],
  ['a witness with another name', deviation, 'status: 500', 'stauts: 500, status: 500', '5:12', '`status`?'],
  ['a witness that lacks a name', deviation, '{ status: 500 }', '{}', '5:1', 'every name of `forAll`'],
  ['a range that is none', deviation, '>=0.8.40', 'all', '3:6', 'a range of versions'],
  [
    'a cell that is missing',
    tables,
    '      auth: functions/on-error-hears-of-every-failure#auth\n',
    '',
    '8:5',
    'no cell',
  ],
  ['a way that is missing', tables, '    network: { reason: no contract yet }\n', '', '7:3', 'the way `network`'],
  ['an extra way', tables, '    network: {', '    never: { reason: x }\n    network: {', '11:5', 'unknown way `never`'],
  ['a cell without its case', tables, 'failure#auth', 'failure#aut', '10:13', 'did you mean `auth`?'],
  ['a table of an unknown statement', tables, '[CS-09]', '[CS-9]', '1:16', 'did you mean `CS-09`?'],
  ['an id that stands twice', statements, 'id: CS-09', 'id: CS-02', '10:7', 'documents.yaml:2 already'],
  ['an exclusion that is not due', statements, 'judges: hosting-only', 'judges: sdk', '43:14', 'only hosting keeps'],
  ['an exclusion without observation', statements, 'hosted-only\n', 'out-of-reach\n', '43:14', '`observation`'],
  [
    'a wire fact that stands twice',
    'contracts/wire.yaml',
    '- name: entities',
    '- { name: entities, kind: path, value: x, seen: x }\n- name: entities',
    '2:9',
    'again',
  ],
])('%s', async (_, file, from, to, at, said) => {
  await change(file, from, to)
  const problems = (await problemsNow()).filter((problem) => problem.startsWith(file))
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(`${file}:${at}  `)
  expect(problems[0]).toContain(said)
})

test('an entry without a person’s words is in no corpus, but at hand; any other mistake in it is one', async () => {
  await change(deviation, 'two interceptors report the same error', "''")
  const { corpus, unfinished, problems } = await loadCorpus({ sources, vocabulary })
  expect(corpus.deviations).toEqual([])
  expect(unfinished).toMatchObject([{ id: 'on-error-twice', reason: '', place: { line: 1 } }])
  expect(problems).toMatchObject([{ unfinished: true }])
  await change(deviation, '{ status: 500 }', '{}')
  const worse = await loadCorpus({ sources, vocabulary })
  expect(worse.unfinished).toEqual([])
  expect(worse.problems.map((problem) => problem.unfinished)).toEqual([undefined, true])
})

test('two deviations that cover the same versions contradict each other', async () => {
  const text = await readFile(join(root, deviation), 'utf8')
  await writeFile(join(root, 'suites/deviations/twice-again.yaml'), text.replace('>=0.8.40', '0.8.50'))
  expect(await problemsNow()).toEqual([
    expect.stringContaining('as deviation on-error-twice (suites/deviations/on-error'),
  ])
  await writeFile(join(root, 'suites/deviations/twice-again.yaml'), text.replace('>=0.8.40', '<0.8.40'))
  expect(await problemsNow()).toEqual([])
})

test('a contract with a mistake is left out, and nobody who refers to it is blamed', async () => {
  await change('contracts/functions/on-error-hears-of-every-failure.yaml', 'level: must', 'level: most')
  const { corpus, problems } = await loadCorpus({ sources, vocabulary })
  expect(problems.map(describeProblem)).toEqual([expect.stringContaining('failure.yaml:3:8')])
  expect(corpus.contracts).toHaveLength(3)
})

test('a file that cannot be read is one mistake', async () => {
  await writeFile(join(root, statements), '- id: [')
  await writeFile(join(root, 'contracts/wire.yaml'), 'a: 1\na: 2\n')
  const problems = (await problemsNow()).filter((problem) => !problem.startsWith('contracts/statements'))
  expect(problems).toEqual([expect.stringContaining('contracts/wire.yaml:2:1')])
})

test('a file in .yml, an id in upper case and a folder without files', async () => {
  await cp(join(root, 'suites/sdk.yaml'), join(root, 'suites/smoke.yml'))
  const contract = join(root, 'contracts/functions/fetch-hands-over-each-chunk.yaml')
  await cp(contract, join(root, 'contracts/functions/Fetch_Again.yaml'))
  expect(await problemsNow()).toEqual([
    expect.stringContaining('Fetch_Again.yaml:1:1'),
    expect.stringContaining('suites/smoke.yml:1:1'),
  ])
  await mkdir(join(root, 'empty'))
  sources = { contracts: join(root, 'empty'), suites: join(root, 'nowhere') }
  const { corpus, problems } = await loadCorpus({ sources, vocabulary })
  expect([corpus.contracts, problems]).toEqual([[], []])
})

test('a hundred contracts are loaded while nobody notices', async () => {
  const contract = join(root, 'contracts/functions/takes-each-credential-from-its-own-header.yaml')
  for (let index = 0; index < 100; index++) await cp(contract, join(root, `contracts/functions/copy-${index}.yaml`))
  const times: number[] = []
  for (let run = 0; run < 3; run++) {
    const started = performance.now()
    const { corpus, problems } = await loadCorpus({ sources, vocabulary })
    times.push(performance.now() - started)
    expect([corpus.contracts.length, problems]).toEqual([104, []])
  }
  // 85–140 ms where it was measured; the limit is for machines that do other things as well.
  expect(Math.min(...times)).toBeLessThan(1000)
})
