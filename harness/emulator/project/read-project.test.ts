import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readProject, type Project } from './read-project.ts'

function written(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'project-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

function projectOf(files: Readonly<Record<string, string>>, folder = '.'): Project & { root: string } {
  const root = written(files)
  const read = readProject(join(root, folder))
  if (read.kind !== 'project') throw new Error(JSON.stringify(read))
  return { ...read.project, root }
}

const task = '{ "name": "Task", "properties": { "title": { "type": "string" } } } // a comment'

test('a project is read from its folder, and from the folder base44 in it', () => {
  const files = {
    'base44/config.jsonc': '{ "name": "To do", }',
    'base44/.app.jsonc': '{ "id": "app-1" }',
    'base44/entities/task.jsonc': task,
    'base44/functions/orders/process/entry.ts': '',
    'base44/functions/a/function.jsonc': '{ "name": "named", "entry": "main.js" }',
    'base44/functions/a/main.js': '',
    'base44/integrations.json': '{ "Core.InvokeLLM": "an answer" }',
    '.env': 'KEY=a\nOTHER=b',
    '.env.local': 'KEY=c',
  }
  for (const folder of ['.', 'base44']) {
    const { root, functions, ...project } = projectOf(files, folder)
    expect(project).toMatchObject({
      appId: 'app-1',
      name: 'To do',
      entities: [{ name: 'Task' }],
      secrets: { KEY: 'c', OTHER: 'b' },
      recorded: { 'Core.InvokeLLM': 'an answer' },
      problems: [],
    })
    expect(functions.map(({ name, entry }) => [name, relative(join(root, 'base44', 'functions'), entry)])).toEqual([
      ['named', join('a', 'main.js')],
      ['orders/process', join('orders', 'process', 'entry.ts')],
    ])
  }
})

test('folders may be elsewhere, and an app may be linked to none', () => {
  const { appId, entities, functions } = projectOf({
    'base44/config.json': '{ "entitiesDir": "data", "functionsDir": "../code" }',
    'base44/data/task.json': task,
    'code/f/entry.js': '',
  })
  expect([appId, entities.length, functions.map(({ name }) => name)]).toEqual(['local-app', 1, ['f']])
})

const some = { 'base44/entities/task.jsonc': task, 'base44/functions/f/entry.ts': '' }

test.each([
  ['entities/a.jsonc', '{\n  "name": }', { line: 2, column: 11 }, 'ValueExpected'],
  ['entities/a.jsonc', '{ "name": "two words" }', { line: 1, column: 11 }, 'a name with something else'],
  [
    'entities/a.jsonc',
    '{ "name": "A", "properties": {\n "x": { "type": "text" } } }',
    { line: 2, column: 17 },
    '"text", which is no type',
  ],
  ['entities/z.jsonc', task, { line: 0 }, 'a second entity called Task'],
  [
    'functions/g/function.jsonc',
    '{ "name": "g", "entry": "gone.ts" }',
    { line: 0 },
    'the entry gone.ts, which is not there',
  ],
  [
    'functions/g/function.jsonc',
    '{ "name": "g.h", "entry": "e.ts" }',
    { line: 1, column: 11 },
    'a name with a dot in it',
  ],
  ['functions/entry.ts', '', { line: 0 }, 'an entry beside the folders of functions'],
  ['.app.jsonc', '{ "id": "" }', { line: 1, column: 9 }, 'an empty id'],
  ['integrations.json', '[]', { line: 1 }, 'expected record'],
])('%s with %s is told, and all else is there', (path, text, place, seen) => {
  const { problems, entities, functions } = projectOf({ ...some, [`base44/${path}`]: text })
  expect(problems).toMatchObject([{ place: { ...place, file: expect.stringMatching(/base44/) }, seen: expect.stringContaining(seen) }]) // prettier-ignore
  expect([entities.length, functions.length]).toEqual([1, 1])
})

test('without a configuration that can be read nobody knows where the rest is', () => {
  expect(readProject(written({ ...some, 'base44/config.jsonc': '{ "entitiesDir": 1 }' }))).toMatchObject({
    kind: 'broken',
    problem: { doing: 'read the configuration of the project: entitiesDir', place: { line: 1 } },
  })
})

test.each([[{}], [{ 'package.json': '{}' }], [{ 'base44/readme.md': '' }]])('%j is no project', (files) => {
  expect(readProject(written(files)).kind).toBe('no-project')
})
