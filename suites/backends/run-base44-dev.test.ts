import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { CaseEvent, FooterEvent } from '../../harness/model/event.ts'
import { command, type Ran } from '../../harness/cli/fixtures/command.ts'
import { pidOf, tracesIn } from './fixtures/traces.ts'

// `run --backend base44-dev`, the real one, and however it comes to its end.

let folder: string
let desk: number

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'run-base44-dev-')))
  desk = await freePort()
  return () => rmSync(folder, { recursive: true, force: true })
})
/** No process with our folder in its environment, no port of one, no file: whatever was done. */
async function nothingIsLeft(): Promise<void> {
  await expect.poll(() => tracesIn(folder), { timeout: 5000 }).toEqual({ processes: [], ports: [], files: [] })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

function judge(
  contract: string,
  then: () => NodeJS.Signals | undefined = () => undefined,
): Promise<Ran & { events: (CaseEvent | FooterEvent)[] }> {
  const args = ['run', '--backend', 'base44-dev', '--contract', contract, '--seed', '1', '--report', 'ndjson']
  let asked = false
  return command(args, {
    env: { TMPDIR: folder, NODE_DISABLE_COMPILE_CACHE: '1', CONFORMANCE_DESK_URL: `http://127.0.0.1:${desk}` },
    interrupt(stdout) {
      if (asked || !stdout.includes('"kind":"case"')) return undefined
      asked = true
      return then()
    },
  }).then((ran) => ({ ...ran, events: eventsIn(ran.stdout) }))
}

function eventsIn(stdout: string): (CaseEvent | FooterEvent)[] {
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as CaseEvent | FooterEvent])).slice(1) // prettier-ignore
}

test('judged to the end: what holds is told, with the versions of what it runs on, and nothing is left', async () => {
  const { code, events, stdout } = await judge('functions/invoke-puts-the-json-on-data')
  expect(stdout.split('\n')[0]).toMatch(/"id":"base44-dev@0\.1\.18".*"deno":"[\d.]+".*"@base44\/sdk":"0\.8\.50"/)
  expect(events).toMatchObject([
    { kind: 'case', result: { verdict: 'holds' } },
    { kind: 'footer', exitCode: 0 },
  ])
  expect(code).toBe(0)
  await nothingIsLeft()
})

test('what it hands to the hosted platform is refused, and is evidence with its route', async () => {
  const { events } = await judge('functions/fetch-works-without-init#left-out')
  const [found] = (events[0] as CaseEvent).result.violations
  expect(found?.mismatch).toMatchObject({ kind: 'escaped', observedClass: 'forward /api/functions/**' })
  expect(found?.mismatch.observed).toBe('forward GET https://base44.app/api/functions/my-function')
  expect(found?.blame).toEqual({ owner: 'backend', where: 'it was about to hand the request to another host' })
  await nothingIsLeft()
})

test('killed in the middle: told with its last words, the rest is not run, exit 5', async () => {
  const { code, events, stderr } = await judge('functions/invoke-*', () => {
    process.kill(pidOf('run.js', folder), 'SIGKILL')
    return undefined
  })
  const footer = events.at(-1) as FooterEvent
  expect(footer.lost?.[0]?.reason).toContain('ended by itself (ended by SIGKILL)')
  expect(footer.totals.notRun).toBeGreaterThan(0)
  expect(events.filter((event) => event.kind === 'case' && event.standing.unexpected.length > 0)).toEqual([])
  expect(stderr).toContain('ended in the middle')
  expect(code).toBe(5)
  await nothingIsLeft()
})

test.each(['SIGINT', 'SIGTERM'] as const)('interrupted by %s in the middle: exit 130', async (signal) => {
  const { code, events } = await judge('functions/invoke-*', () => signal)
  expect(events.at(-1)).toMatchObject({ kind: 'footer', interrupted: true })
  expect(code).toBe(130)
  await nothingIsLeft()
})

test('the run itself is killed', async () => {
  const { code } = await judge('functions/invoke-*', () => 'SIGKILL')
  expect(code).toBe(null)
  await nothingIsLeft()
})
