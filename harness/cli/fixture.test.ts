import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { command, repository, type Ran } from './fixtures/command.ts'
import { emptyFolder } from './fixtures/folders.ts'
import { fixtureFiles } from '../load/fixture-files.ts'
import { digestOf, listName, readList } from './fixture-app/written-list.ts'

const files = fixtureFiles(join(repository, 'suites', 'app'))

test('it writes the app and a README, says so, and what to do next', async () => {
  const cwd = emptyFolder()
  const { code, stdout, stderr } = await fixture(cwd)
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toMatch(/^The fixture app, revision 1, is in app: \d+ functions and 7 entities\.$/m)
  expect(stderr).toContain(`${files.length + 1} files written, 0 as they were.\n`)
  expect(stderr).toContain('never into a production app')
  expect(stderr).toContain('npx base44 secrets set --env-file conformance.env')
  for (const { path, text } of files) expect(readFileSync(join(cwd, 'app', path), 'utf8')).toBe(text)
  expect(filesIn(cwd)).toEqual(['README.md', listName, ...files.map(({ path }) => path)].sort(byName))
})

test('the README has what an operator needs, and no hole', async () => {
  const cwd = emptyFolder()
  await fixture(cwd)
  const readme = readFileSync(join(cwd, 'app', 'README.md'), 'utf8')
  const wanted = [
    'Revision 1',
    'Never into a production app',
    'CONFORMANCE_KEY',
    'CONFORMANCE_DESK_URL',
    "FIXTURE_EQUALS='a=b==&c=d'",
    '## Remove it',
  ]
  for (const word of wanted) expect(readme).toContain(word)
  expect(readme).not.toMatch(/\{\{|undefined/)
})

test('a second time it changes nothing; what a person added stays', async () => {
  const cwd = emptyFolder()
  await fixture(cwd)
  put(cwd, 'base44/.app.jsonc', '{ "id": "mine" }')
  const { code, stderr } = await fixture(cwd)
  expect(code).toBe(0)
  expect(stderr).toContain(`0 files written, ${files.length + 1} as they were.\n`)
  expect(read(cwd, 'base44/.app.jsonc')).toBe('{ "id": "mine" }')
})

test('what an earlier revision wrote is brought up to date, or removed', async () => {
  const cwd = emptyFolder()
  await fixture(cwd)
  const gone = 'base44/functions/gone/away/entry.ts'
  put(cwd, gone, 'earlier')
  put(cwd, 'base44/functions/works/entry.ts', 'earlier')
  list(cwd, { 'base44/functions/works/entry.ts': 'earlier', [gone]: 'earlier' })
  const { code, stderr } = await fixture(cwd)
  expect(code).toBe(0)
  expect(stderr).toContain(`1 file written, ${files.length} as they were, 1 removed.\n`)
  expect(existsSync(join(cwd, 'app', 'base44/functions/gone'))).toBe(false)
  expect(read(cwd, 'base44/functions/works/entry.ts')).toContain('const name = "works"')
})

const inTheWay: readonly (readonly [string, (cwd: string) => void, string])[] = [
  ['a README of its own', (cwd) => put(cwd, 'README.md', '# Mine'), 'README.md would be lost'],
  ['a folder in the place of a file', (cwd) => put(cwd, 'README.md/x', ''), 'README.md would be lost'],
  ['a project', (cwd) => put(cwd, 'base44/config.jsonc', '{}'), 'a Base44 project lies there already'],
  ['a project with a broken list', (cwd) => { put(cwd, 'base44/x', ''); put(cwd, listName, '{') }, 'a Base44 project lies there'], // prettier-ignore
  ['a file', (cwd) => writeFileSync(join(cwd, 'app'), ''), 'that is a file'],
]

test.each(inTheWay)('%s stays as it is: 2, and nothing is written', async (_, prepare, sentence) => {
  const cwd = emptyFolder()
  prepare(cwd)
  const before = filesIn(cwd)
  const { code, stderr } = await fixture(cwd)
  expect(stderr).toContain(sentence)
  expect(stderr).toContain('Nothing was written.')
  expect(code).toBe(2)
  expect(filesIn(cwd)).toEqual(before)
})

test('what was changed since it was written stays, written before or not: 2', async () => {
  const cwd = emptyFolder()
  await fixture(cwd)
  put(cwd, 'base44/entities/Note.jsonc', '{ "name": "Note" }')
  put(cwd, 'base44/functions/works/entry.ts', '// changed')
  rmSync(join(cwd, 'app', 'README.md'))
  const { code, stderr } = await fixture(cwd)
  expect(stderr).toContain('base44/entities/Note.jsonc and 1 other would be lost')
  expect(code).toBe(2)
  expect(existsSync(join(cwd, 'app', 'README.md'))).toBe(false)
  expect(read(cwd, 'base44/functions/works/entry.ts')).toBe('// changed')
})

test('a list that names files outside of the folder removes none of them', async () => {
  const cwd = emptyFolder()
  await fixture(cwd)
  writeFileSync(join(cwd, 'precious'), 'earlier')
  list(cwd, { '../precious': 'earlier', [join(cwd, 'precious')]: 'earlier' })
  expect((await fixture(cwd)).code).toBe(0)
  expect(existsSync(join(cwd, 'precious'))).toBe(true)
})

function fixture(cwd: string): Promise<Ran> {
  return command(['fixture', 'app'], { cwd })
}

function put(cwd: string, path: string, text: string): void {
  mkdirSync(dirname(join(cwd, 'app', path)), { recursive: true })
  writeFileSync(join(cwd, 'app', path), text)
}

function read(cwd: string, path: string): string {
  return readFileSync(join(cwd, 'app', path), 'utf8')
}

/** Has the list say that these texts were written too. */
function list(cwd: string, texts: Readonly<Record<string, string>>): void {
  const digests = Object.entries(texts).map(([path, text]) => [path, digestOf(text)])
  const before = readList(join(cwd, 'app'))
  put(cwd, listName, JSON.stringify({ revision: 0, files: { ...before, ...Object.fromEntries(digests) } }))
}

function filesIn(cwd: string): string[] {
  const root = join(cwd, 'app')
  if (!existsSync(root) || readdirSync(cwd, { withFileTypes: true }).some((one) => one.isFile() && one.name === 'app'))
    return []
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return found.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)).sort(byName)
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1
}
