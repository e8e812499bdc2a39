import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLocalProject, type LocalGround } from './local-project.ts'

test('files stand there until everything is put back as it was', async () => {
  const { at, local } = project({ 'functions/old/entry.ts': 'old' })
  await local.deploy(new Map([['functions/old/entry.ts', Buffer.from('new')], ['functions/a/b/entry.ts', Buffer.from('b')]])) // prettier-ignore
  expect([read(at('functions/old/entry.ts')), read(at('functions/a/b/entry.ts'))]).toEqual(['new', 'b'])
  await local.deploy(new Map([['functions/old/entry.ts', Buffer.from('newer')]]))
  await local.restore()
  expect(read(at('functions/old/entry.ts'))).toBe('old')
  expect(existsSync(at('functions/a'))).toBe(false)
  expect(existsSync(at('functions/old'))).toBe(true)
})

test.each(['../outside.ts', 'functions/../../outside.ts', '/etc/passwd', ''])('nothing is put at %j', async (path) => {
  const { local, root } = project({})
  await expect(local.deploy(new Map([[path, Buffer.from('x')]]))).rejects.toThrow('it lies outside')
  expect(existsSync(join(root, 'outside.ts'))).toBe(false)
})

test('it waits for the line by which the backend says that it saw the change, and for no other', async () => {
  const { local, print } = project({})
  let seen = false
  const deployed = local.deploy(new Map([['functions/f.ts', Buffer.from('x')]])).then(() => (seen = true))
  print('something else\n')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(seen).toBe(false)
  print('reloaded')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(seen).toBe(false)
  print(' f\n')
  await deployed
  expect(seen).toBe(true)
})

test('of the terminal the lines since a moment are told, without colours', async () => {
  const { local, print } = project({})
  print('before\n')
  const from = local.terminal.position()
  print('\u001b[31mone\u001b[0m\ntwo')
  expect(await local.terminal.since(from)).toEqual(['one'])
  print('\n')
  expect(await local.terminal.since(from)).toEqual(['one', 'two'])
})

function project(files: Readonly<Record<string, string>>): {
  readonly root: string
  readonly at: (path: string) => string
  readonly print: (text: string) => void
  readonly local: LocalGround
} {
  const root = mkdtempSync(join(tmpdir(), 'local-project-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const at = (path: string): string => join(root, 'base44', path)
  mkdirSync(at('functions/old'), { recursive: true })
  for (const [path, text] of Object.entries(files)) writeFileSync(at(path), text)
  const output = join(root, 'terminal.log')
  const print = (text: string): void => appendFileSync(output, text)
  return { root, at, print, local: openLocalProject({ project: root, output, noticed: 'reloaded' }) }
}

function read(file: string): string {
  return readFileSync(file, 'utf8')
}
