import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command } from './fixtures/command.ts'
import { emptyFolder } from './fixtures/folders.ts'

const kinds = ['markdown', 'terminal', 'json', 'junit', 'ndjson', 'github', 'sarif', 'ctrf', 'badge']

test('a kept run shows again in every form what the run itself showed', async () => {
  const cwd = emptyFolder()
  const asked = kinds.flatMap((kind) => ['--report', `${kind}=${kind}.run`])
  await command(['run', '--suite', 'smoke', '--no-known', '--runs', '3', ...asked], { cwd })
  const again = kinds.map((kind) => command(['report', '--as', kind, '--out', `${kind}.again`], { cwd }))
  expect((await Promise.all(again)).map(({ code, stderr }) => `${code}${stderr}`)).toEqual(kinds.map(() => '0'))
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8')
  for (const kind of kinds) expect(read(`${kind}.again`)).toBe(read(`${kind}.run`))
  const named = await command(['report', 'ndjson.run'], { cwd })
  expect(named.stdout).toContain('base44-conformance')
  expect(named.stdout).toContain('cases')
})

test.each([
  [['report'], 'nothing was run in this folder yet'],
  [['report', 'gone.ndjson'], 'read the event log gone.ndjson: there is no such file'],
  [['report', '--as', 'nope'], 'Allowed choices are terminal'],
])('%j says what is wrong', async (args, sentence) => {
  const { code, stdout, stderr } = await command(args, { cwd: emptyFolder() })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(sentence)
})
