import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { currentSchemas } from './current-schemas.ts'
import { jsonSchemas } from './json-schemas.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const names = {
  generators: ['chunk-text', 'error-status', 'platform-headers'],
  models: ['entities'],
  faults: [
    'sdk/buffers-the-body',
    'backend/buffers-the-body',
    'sdk/on-error-twice',
    'sdk/on-error-never',
    'sdk/reads-no-user-header',
  ],
  statements: ['CS-02', 'CS-09', 'FM-14', 'FM-20'],
  titles: { 'FM-14': 'fetch streams' },
}
const schemas = jsonSchemas(names)
const contracts = [
  'acts-for-its-caller',
  'fetch-hands-over-each-chunk',
  'on-error-hears-of-every-failure',
  'takes-each-credential-from-its-own-header',
]

test('the committed schemas are up to date; if not: node harness/load/write-schemas.ts', async () => {
  for (const [file, text] of Object.entries(await currentSchemas(root))) {
    expect(await readFile(`${root}/${file}`, 'utf8').catch(() => 'no file'), file).toBe(text)
  }
})

test('an editor completes generators, faults, statements and forms, each with a word on it', () => {
  const schema = schemas['contracts/contract.schema.json'] ?? ''
  for (const word of [...names.generators, ...names.faults, ...names.statements, 'fetch streams']) {
    expect(schema).toContain(JSON.stringify(word))
  }
  for (const word of [
    '$file',
    '$callback',
    '$has',
    '$one-of',
    '$keep',
    'when-received',
    'anything',
    'reset-mid-body',
  ]) {
    expect(schema).toContain(JSON.stringify(word))
  }
  expect(schema).toContain('A File.')
})

test.each(contracts)('an editor finds nothing wrong with %s', async (name) => {
  const text = await readFile(new URL(`./fixtures/contracts/functions/${name}.yaml`, import.meta.url), 'utf8')
  const shape = z.fromJSONSchema(JSON.parse(schemas['contracts/contract.schema.json'] ?? ''))
  expect(shape.safeParse(parse(text)).error?.issues).toBeUndefined()
  expect(shape.safeParse(parse(text.replace('level: ', 'level: x'))).success).toBe(false)
})
