import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { describeProblem } from './describe-problem.ts'
import { vocabulary } from './fixtures/vocabulary.ts'
import { loadCorpus } from './load-corpus.ts'
import type { Named } from './read-files.ts'
import type { AddedFolder } from './sources.ts'
import { readSource } from './yaml/source.ts'

// What a user promises beside what is promised here: folders of their own, whose names begin the ids.

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url))
const ours = 'functions/on-error-hears-of-every-failure'
const contract = `
title: A task list answers with what is stored
cites: []
observed: our application relies on it
level: must
steps: [{ call: entities.Task.list, resolves: { $is: array } }]
falsifiedBy: [sdk/on-error-twice, backend/buffers-the-body]
`
const statement = `
- { id: SHOP-01, title: tasks, document: shop.md, section: (top), quote: Tasks are listed., statement: Tasks are
    listed., judges: sdk, how: list them }
`
const deviation = readFileSync(join(fixtures, 'suites/deviations/on-error-twice.yaml'), 'utf8')

test('ids begin with the name of the folder, and what is ours can be referred to', async () => {
  const { corpus, problems } = await load({
    'own/promises/tasks/are-listed.yaml': contract.replace('cites: []', 'cites: [SHOP-01]'),
    'own/promises/cites-ours.yaml': contract.replace('cites: []', 'cites: [CS-02]'),
    'own/promises/statements/shop.yaml': statement,
    'own/promises/wire.yaml': '- { name: shop, kind: path, value: /shop, seen: today }',
    'known/twice.yaml': deviation.replace(/sdk: .*/, "sdk: '0.8.4'").replace(/repair: .*/, ''),
  })
  expect(problems).toEqual([])
  expect(corpus.contracts.map(({ id }) => id)).toEqual(
    expect.arrayContaining([ours, 'promises/tasks/are-listed', 'promises/cites-ours']),
  )
  expect(corpus.contracts.find(({ id }) => id === 'promises/cites-ours')?.place.file).toBe(
    'own/promises/cites-ours.yaml',
  )
  expect(corpus.deviations.map(({ id, contract }) => [id, contract])).toContainEqual(['known/twice', ours])
  expect(corpus.statements.map(({ id }) => id)).toContain('SHOP-01')
  expect(corpus.suites.find(({ name }) => name === 'all')?.contracts).toEqual(['functions/**', 'promises/**'])
})

const sound = { 'own/promises/tasks.yaml': contract, 'known/.keep': '' }

test.each<[what: string, files: Record<string, string>, message: string]>([
  [
    'a contract with a mistake',
    { 'own/promises/tasks.yaml': contract.replace('title', 'titel') },
    'own/promises/tasks.yaml:2:1  `titel` of promises/tasks: seen the unknown key `titel`; wanted did you mean `title`?',
  ],
  [
    'a folder without a contract',
    { 'own/promises/tasks.yaml': '' },
    'own/promises/tasks.yaml:1:1  reading own/promises/tasks.yaml: seen an empty file',
  ],
  [
    'an address with a name of ours',
    { 'own/promises/wire.yaml': '- { name: entities, kind: path, value: /x, seen: now }' },
    'own/promises/wire.yaml:1:11  entry 1 of own/promises/wire.yaml: seen `entities` again',
  ],
  [
    'a statement with an id of ours',
    { 'own/promises/statements/shop.yaml': statement.replace('SHOP-01', 'FM-14') },
    'seen `FM-14`, which stands in contracts/statements/documents.yaml',
  ],
  [
    'a deviation that claims the failure of one of ours',
    { 'known/twice.yaml': deviation.replace(/repair: .*/, '') },
    'as deviation on-error-twice',
  ],
  [
    'a repair that is not beside the deviation',
    { 'known/twice.yaml': deviation.replace(/sdk: .*/, "sdk: '0.8.4'") },
    'known/twice.yaml:9:9  `repair` of deviation known/twice: seen `on-error-twice.repair.patch`, which is not there',
  ],
])('%s', async (_, files, message) => {
  const { problems } = await load({ ...sound, ...files })
  expect(problems.map(describeProblem).join('\n')).toContain(message)
})

test.each<[what: string, folders: readonly string[], message: string]>([
  ['a folder that is not there', ['nowhere'], 'nowhere  reading a folder of the configuration: seen nothing there'],
  ['a file', ['own/promises/tasks.yaml'], 'seen a file; wanted a folder of YAML files'],
  [
    'a folder named like a topic of ours',
    ['functions'],
    'seen the name `functions`, with which ids of base44-conformance begin; wanted a folder of another name than functions, statements, tables',
  ],
  [
    'two of one name',
    ['own/promises', 'other/promises'],
    'other/promises  reading a folder of the configuration: seen the name `promises`, which own/promises has already',
  ],
  [
    'one in another',
    ['own', 'own/promises'],
    'own/promises  reading a folder of the configuration: seen a folder in own, of which every file is read as a contract',
  ],
  ['a name that no id can begin with', ['Own_Ones'], 'seen the name `Own_Ones`, with which its ids would begin'],
  ['nothing in it', ['empty'], 'empty  reading a folder of contracts: seen no contract in it'],
])('%s instead of a folder of contracts', async (_, folders, message) => {
  const files = {
    ...sound,
    'functions/a.yaml': contract,
    'other/promises/b.yaml': contract,
    'Own_Ones/c.yaml': contract,
    'empty/readme.md': '',
  }
  const { corpus, problems } = await load(files, { contracts: folders })
  expect(problems.map(describeProblem)).toEqual([expect.stringContaining(message)])
  expect(corpus.contracts.map(({ id }) => id)).toContain(ours)
})

test.each([
  [
    'sdk',
    'functions/*',
    'seen the name `sdk`, which a suite of base44-conformance has; wanted another name than sdk, all',
  ],
  ['all', 'functions/*', 'seen the name `all`'],
  ['mine', 'promisses/*', '`contracts` of suite mine: seen `promisses/*`, which matches nothing'],
])('the suite %s of %s', async (name, glob, message) => {
  const { source } = readSource({
    file: 'c.json',
    text: `{ "title": "Ours", "seat": "sdk", "contracts": ["${glob}"] }`,
  })
  const { problems } = await load(sound, { suites: [{ id: name, source, folder: '' }] })
  expect(problems.map(describeProblem).join('\n')).toContain(message)
})

async function load(
  files: Readonly<Record<string, string>>,
  {
    contracts = ['own/promises'],
    deviations = ['known'],
    suites = [],
  }: { contracts?: readonly string[]; deviations?: readonly string[]; suites?: readonly Named[] } = {},
): ReturnType<typeof loadCorpus> {
  const root = mkdtempSync(join(tmpdir(), 'added-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, text] of Object.entries({ 'known/.keep': '', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const folder = (as: string): AddedFolder => ({ directory: join(root, as), as, name: as.split('/').at(-1) as string })
  const added = { contracts: contracts.map(folder), deviations: deviations.map(folder), suites }
  const sources = { contracts: join(fixtures, 'contracts'), suites: join(fixtures, 'suites'), added }
  return loadCorpus({ sources, vocabulary })
}
