import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { fieldOf, fieldsOf, itemsOf, textOf } from './look.ts'
import { findFiles } from './yaml/find-files.ts'
import { fixtureFiles } from './fixture-files.ts'
import { fixtureFunctions } from './fixture-functions.ts'
import { thirdParty } from '../model/fixture-app.ts'
import type { Encoded } from '../model/value.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const fixtures = join(repository, 'suites', 'app')
const functions = fixtureFunctions(fixtures)
const files = fixtureFiles(fixtures)

test('every function that contracts call by a name of their own is in the fixture app', async () => {
  const contracts = await findFiles({ directory: join(repository, 'contracts'), as: 'contracts', recursive: true })
  const deployed = new Set([...functions.map(({ name }) => name), thirdParty])
  const missing = contracts.flatMap(({ file, text }) =>
    [...literalNames(parse(text) as Encoded)].filter((name) => !deployed.has(name)).map((name) => sentence(file, name)),
  )
  expect(missing).toEqual([])
  expect(deployed.size).toBe(functions.length + 1)
})

test('a name that is not there is found, wherever a contract has it', () => {
  const contract = {
    given: { functions: { given: {}, '${drawn}': {} } },
    steps: [
      { call: 'functions.invoke', with: ['invoked', {}] },
      { call: 'asServiceRole.functions.fetch', with: ['/fetched/below?a=b'] },
      { together: [{ call: 'functions.invoke', with: ['together'] }] },
      { inside: { function: 'guest' }, steps: [{ call: 'functions.invoke', with: ['inside'] }] },
      { together: [{ call: 'functions.invoke', with: ['answered by the stage'] }], answers: {} },
      { call: 'functions.invoke', with: ['unknown'], rejects: {} },
      { call: 'entities.Task.get', with: ['task-1'] },
    ],
  }
  expect([...literalNames(contract)]).toEqual(['given', 'invoked', 'fetched', 'together', 'inside'])
})

test('no more functions than a project may have: take one away, or let contracts share', () => {
  expect(functions.length).toBeLessThanOrEqual(50)
})

test('names and folders are what the CLI takes, and no two functions are the same', () => {
  const paths = files.map(({ path }) => path)
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
  for (const { name, folder, entry } of functions) {
    expect(name).toMatch(/^[^.]+$/)
    expect(folder).toMatch(/^[^.]+$/)
    expect(paths).toContain(`base44/functions/${folder}/${entry}`)
  }
  expect(paths.filter((path) => /\/entry\.[jt]s$/.test(path))).toHaveLength(functions.length)
})

test('each odd shape is there once, and is what it is called', () => {
  const named = Object.fromEntries(functions.flatMap((one) => (one.shape === undefined ? [] : [[one.shape, one]])))
  const shapes: Readonly<Record<string, RegExp>> = {
    nested: /^[^/]+\/[^/]+$/,
    'nested twice': /^[^/]+(\/[^/]+){2}$/,
    capitals: /^[A-Z]/,
    'a digit first': /^\d/,
    underscore: /_/,
    hyphen: /-/,
    long: /^.{64}$/,
    Unicode: /[^\0-\x7f]/,
    'named by function.jsonc': /./,
    'entry.js': /./,
  }
  expect(Object.keys(named)).toEqual(Object.keys(shapes))
  for (const [shape, pattern] of Object.entries(shapes)) expect(named[shape]?.name).toMatch(pattern)
  const { folder, name } = named['named by function.jsonc'] as { folder: string; name: string }
  expect(folder).not.toBe(name)
  const config = files.find(({ path }) => path === `base44/functions/${folder}/function.jsonc`)
  expect(JSON.parse(config?.text ?? '')).toEqual({ name, entry: 'entry.ts' })
  expect(named['entry.js']?.entry).toBe('entry.js')
})

test('the relay is the same for every name, but for the name', () => {
  const relay = readFileSync(join(fixtures, 'relay.ts'), 'utf8')
  const written = files.find(({ path }) => path === 'base44/functions/email/send/receipt/entry.ts')?.text
  expect(written).toContain('const name = "email/send/receipt"\nconst revision = 1\n')
  expect(written?.split('\n').slice(4)).toEqual(relay.split('\n').slice(4))
})

test('the guest has the SDK that this package depends on', () => {
  const { dependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const guest = files.find(({ path }) => path === 'base44/functions/guest/entry.ts')?.text
  expect(guest).toContain(`from 'npm:@base44/sdk@${dependencies['@base44/sdk']}'`)
})

function sentence(file: string, name: string): string {
  return `${file} calls the function ${name}, which is not in the fixture app: add it to suites/app/functions.yaml, or use a name of it`
}

/** Names without `${…}`: given ones, and those that are called where a backend answers, and succeeds. */
function literalNames(contract: Encoded): Set<string> {
  const given = fieldsOf(fieldOf(fieldOf(contract, 'given'), 'functions')).map(([name]) => name)
  const names = [...given, ...calledIn(contract)]
  const own = deployedIn(contract)
  return new Set(names.filter((name) => !name.includes('${') && !own.includes(name)))
}

/** What a step puts there is there, whatever the fixture app holds. */
function deployedIn(contract: Encoded): string[] {
  return itemsOf(fieldOf(contract, 'steps')).flatMap((step) =>
    fieldsOf(fieldOf(fieldOf(step, 'deploy'), 'files')).flatMap(([path]) => {
      const [, name] = /^functions\/(.+)\/entry\.[jt]s$/.exec(path) ?? []
      return name === undefined ? [] : [name]
    }),
  )
}

function calledIn(holder: Encoded): string[] {
  return [...itemsOf(fieldOf(holder, 'steps')), ...itemsOf(fieldOf(holder, 'together'))].flatMap((step) => {
    const isAnswered = ['answers', 'rejects', 'fails'].some((key) => fieldOf(step, key) !== undefined)
    const [, member] = /(?:^|\.)functions\.(invoke|fetch)$/.exec(textOf(fieldOf(step, 'call')) ?? '') ?? []
    const first = textOf(itemsOf(fieldOf(step, 'with'))[0])
    if (isAnswered) return []
    if (member === undefined || first === undefined) return calledIn(step)
    return [member === 'fetch' ? (/^\/?([^/?]*)/.exec(first)?.[1] ?? '') : first]
  })
}
