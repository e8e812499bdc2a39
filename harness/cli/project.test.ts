import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { command } from './fixtures/command.ts'
import { emptyFolder } from './fixtures/folders.ts'

// A user's own project: contracts and deviations of their own, judged, listed, explained and proven like ours.

const written = fileURLToPath(new URL('./fixtures/project', import.meta.url))
const standing = {
  'functions/multipart-carries-a-form-data#plain-object': 'holds',
  'functions/multipart-carries-a-form-data#form-data': 'accepted/form-data-does-not-arrive',
  'promises/orders/are-frozen': 'accepted/orders-are-not-frozen',
  'promises/orders/are-listed': 'holds',
  'promises/orders/come-newest-first': 'violated',
}

test('run judges what the configuration says, and puts the report where it says', async () => {
  const cwd = project()
  const { code, stderr } = await command(['run'], { cwd })
  expect(stderr).toContain('“The newest order comes first.”')
  expect(stderr).toContain('base44-conformance explain promises/orders/come-newest-first')
  expect(code).toBe(1)
  const report = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')) as Report
  expect(report.header).toMatchObject({ suite: 'shop', seed: 7, runs: 5 })
  expect(standingsIn(report)).toEqual(standing)
})

test('flags win over the configuration, one by one', async () => {
  const cwd = project()
  const flags = ['--seed', '8', '--no-known', '--contract', 'promises/orders/are-*', '--report', 'json']
  const { code, stdout } = await command(['run', ...flags], { cwd })
  const report = JSON.parse(stdout) as Report
  expect(report.header).toMatchObject({ suite: 'shop', seed: 8, runs: 5, flags: ['--no-known'] })
  expect(standingsIn(report)).toEqual({
    'promises/orders/are-frozen': 'violated',
    'promises/orders/are-listed': 'holds',
  })
  expect(code).toBe(1)
})

test('below the folder of the configuration it counts too, and its paths start from there', async () => {
  const cwd = project()
  writeFileSync(join(cwd, 'package.json'), '{}')
  mkdirSync(join(cwd, 'src'))
  const { stderr } = await command(['run', '--contract', 'promises/orders/are-listed'], { cwd: join(cwd, 'src') })
  expect(stderr).toContain('keeps every promise')
  expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toContain('promises/orders/are-listed')
})

test.each([
  ['', 'base44-conformance.config.json says what is judged'],
  ['list', 'promises/orders/come-newest-first'],
  ['list suites', 'shop       What the shop relies on'],
  ['list suites', 'and your own contracts: promises'],
  ['list statements', 'SHOP-02'],
  ['list deviations', 'accepted/form-data-does-not-arrive'],
  ['explain promises/orders/come-newest-first', 'shop.md, Orders'],
  ['explain accepted/orders-are-not-frozen', 'repro    base44-conformance repro accepted/orders-are-not-frozen'],
  ['deviations', 'accepted/orders-are-not-frozen  (@base44/sdk >=0.8.0)'],
  ['check --static', 'shop.md'],
  ['prove --contract promises/orders/are-listed', '1 of 1 planted faults caught'],
])('%s sees it', async (line, text) => {
  const { code, stdout } = await command(line === '' ? [] : line.split(' '), { cwd: project() })
  expect(stdout).toContain(text)
  expect(code).toBe(0)
})

test.each(['list', 'list deviations', 'deviations'])('%s --no-config sees ours alone', async (line) => {
  const { code, stdout } = await command([...line.split(' '), '--no-config'], { cwd: project() })
  expect(stdout).not.toMatch(/promises\/|accepted\//)
  expect(code).toBe(0)
})

test('a mistake in a contract of theirs ends every command, with its place', async () => {
  const cwd = project()
  const file = join(cwd, 'promises/orders/are-listed.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('json-array', 'json-aray'))
  const { code, stderr } = await command(['list'], { cwd })
  expect(stderr).toContain('promises/orders/are-listed.yaml:4:19  ')
  expect(stderr).toContain('did you mean `json-array`?')
  expect(code).toBe(2)
})

test('check --documents compares their quotes with their documents', async () => {
  const cwd = project()
  writeFileSync(join(cwd, 'shop.md'), 'entities.Order.list() resolves to the stored orders. Newest first.')
  const { code, stderr } = await command(['check', '--static', '--documents', '.'], { cwd })
  expect(stderr).toMatch(/^promises\/statements\/shop\.yaml:\d+:\d+ {2}checking the quote of SHOP-02/)
  expect(stderr).toContain('1 mistake')
  expect(code).toBe(2)
})

function project(): string {
  const folder = emptyFolder()
  cpSync(written, folder, { recursive: true })
  return folder
}

interface Report {
  readonly header: unknown
  readonly results: readonly {
    readonly contract: { readonly id: string; readonly row?: string }
    readonly verdict: string
    readonly deviation?: string
  }[]
}

function standingsIn({ results }: Report): Record<string, string> {
  return Object.fromEntries(
    results.map(({ contract: { id, row }, verdict, deviation }) => {
      return [row === undefined ? id : `${id}#${row}`, deviation ?? verdict]
    }),
  )
}
