import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { command } from './fixtures/command.ts'
import { copyOfRepository } from './fixtures/folders.ts'

// A Node that says it is 20: what is preloaded does not reach the Node that it hands over to.
const oldNode = [process.execPath, '--import', fileURLToPath(new URL('./fixtures/old-node.mjs', import.meta.url))]

test('under an old Node the command hands over to the one that the clone brings', async () => {
  const { code, stdout, stderr } = await command(['list'], { node: oldNode })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('functions/invoke-works-without-data')
})

test('exit codes come through', async () => {
  expect(await command(['run', '--suite', 'smok'], { node: oldNode })).toMatchObject({ code: 2 })
})

test('an interruption comes through, once', async () => {
  const { code, stderr } = await command(['run', '--seed', '1', '--report', 'ndjson'], {
    node: oldNode,
    interrupt: (sofar) => (sofar.includes('"kind":"case"') ? 'SIGINT' : undefined),
  })
  expect(stderr).toContain('Interrupted: ')
  expect(code).toBe(130)
})

test('where there is none to hand over to, one sentence says what to do', async () => {
  const { code, stdout, stderr } = await command(['list'], {
    node: oldNode,
    root: copyOfRepository({ packages: false }),
  })
  expect(stderr).toBe(
    'base44-conformance needs Node 22.18 or newer; this is 20.20.2. Run `npm ci` here, which brings one.\n',
  )
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
})
