import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Encoded } from '../model/value.ts'
import { substitute } from '../language/substitute.ts'
import { fixtureSecrets } from './fixture-secrets.ts'
import { fieldOf, fieldsOf } from './look.ts'
import { findFiles } from './yaml/find-files.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const secrets = fixtureSecrets(join(repository, 'suites', 'app'))

test('every secret that a contract is given is one of the fixture app, and every one of those is used', async () => {
  const contracts = await findFiles({ directory: join(repository, 'contracts'), as: 'contracts', recursive: true })
  const given = contracts.flatMap(({ text }) => secretsGiven(parse(text) as Encoded))
  expect(Object.fromEntries(given)).toEqual(secrets)
})

test('secrets of rows are those that each row names', () => {
  const examples = { one: { name: 'A', value: 'a' }, two: { name: 'B', value: 'b' } }
  const contract = { examples, given: { secrets: { '${name}': '${value}', C: 'c' } } }
  expect(secretsGiven(contract)).toEqual([
    ['A', 'a'],
    ['C', 'c'],
    ['B', 'b'],
    ['C', 'c'],
  ])
})

function secretsGiven(contract: Encoded): [string, Encoded][] {
  const given = fieldsOf(fieldOf(fieldOf(contract, 'given'), 'secrets'))
  const rows = fieldsOf(fieldOf(contract, 'examples')).map(([, row]) => row as Readonly<Record<string, Encoded>>)
  return (rows.length === 0 ? [{}] : rows).flatMap((row) =>
    given.map(([name, value]): [string, Encoded] => [String(substitute(name, row)), substitute(value, row)]),
  )
}
