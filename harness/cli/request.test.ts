import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { configGrammar } from '../config/config-grammar.ts'
import type { Config } from '../config/config.ts'
import { findHome } from './home.ts'
import { processConsole } from './process-console.ts'
import { program } from './program.ts'
import { requestOf } from './request.ts'

// Everything that a flag of `run` can say, the configuration can say too.

/** Flag → key, where they are called differently; undefined: a flag that is about this one run alone. */
const differently: Readonly<Record<string, string | undefined>> = {
  contract: 'only',
  report: 'reports',
  config: undefined,
  replay: undefined,
  // Whether a host may be written to is nobody's but the caller's; the rate is one of the settings of `backends`.
  allowWrites: undefined,
  rate: undefined,
}
/** What is too long for a command line. */
const keysWithoutFlags = ['$schema', 'backends', 'contracts', 'deviations', 'suites']

test('every flag of run has a key in the configuration, and the other way round', () => {
  const root = program({ console: processConsole(), home: findHome(), done: async () => undefined })
  const options = root.commands.find((command) => command.name() === 'run')?.options ?? []
  const flags = new Set(options.map((option) => option.attributeName()))
  const keys = [...flags].flatMap((flag) => (Object.hasOwn(differently, flag) ? (differently[flag] ?? []) : flag))
  expect([...keys, ...keysWithoutFlags].sort()).toEqual(keysOfConfig())
})

test('every key is documented', () => {
  const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')
  const [table = ''] = page.split('## Which file counts')
  const rows = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, key = '']) => key)
  expect([...rows, '$schema'].sort()).toEqual(keysOfConfig())
})

function keysOfConfig(): string[] {
  return Object.keys((configGrammar() as z.ZodObject).shape).sort()
}

const folder = join('/', 'shop')
const config: Config = {
  sdk: ['0.8.50', './build', '/opt/sdk'],
  only: 'promises/**',
  reports: { json: 'out/report.json', junit: '-' },
  seed: 7,
  known: false,
}

test.each([
  [
    'from its own folder',
    folder,
    { sdk: ['0.8.50', './build', '/opt/sdk'], report: ['json=out/report.json', 'junit=-'] },
  ],
  [
    'from below',
    join(folder, 'src'),
    { sdk: ['0.8.50', '../build', '/opt/sdk'], report: ['json=../out/report.json', 'junit=-'] },
  ],
  [
    'from elsewhere',
    join('/', 'tmp'),
    { sdk: ['0.8.50', '../shop/build', '/opt/sdk'], report: ['json=../shop/out/report.json', 'junit=-'] },
  ],
])('a configuration %s', (_, cwd, paths) => {
  expect(requestIn(cwd)).toEqual({ ...paths, contract: ['promises/**'], seed: 7, known: false })
})

test.each([
  [{ seed: 0 }, { seed: 0 }],
  [{ known: true }, { known: true }],
  [{ sdk: ['./mine'] }, { sdk: ['./mine'] }],
  [{ report: ['json'] }, { report: ['json'] }],
  [{ contract: ['functions/*'] }, { contract: ['functions/*'] }],
  [{ suite: 'smoke' }, { suite: 'smoke', contract: undefined }],
  [
    { suite: 'smoke', contract: ['a'] },
    { suite: 'smoke', contract: ['a'] },
  ],
])('flags %j win', (flags, expected) => {
  expect(requestIn(folder, flags)).toEqual(JSON.parse(JSON.stringify({ ...requestIn(folder), ...expected })))
})

function requestIn(cwd: string, flags: Parameters<typeof requestOf>[0]['flags'] = {}): ReturnType<typeof requestOf> {
  const project = { file: 'c.json', folder, config, added: { contracts: [], deviations: [], suites: [] } }
  return requestOf({ flags, project, cwd })
}
