import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { startWithTools, type Request } from './start-with-tools.ts'

// The command is played by a few lines: what is said where it does otherwise than base44 dev does.

const key = 'a-key-that-nobody-may-see'
const serves = (answers: string): string => `
  import { createServer } from 'node:http'
  createServer((request, response) => {
    const answers = ${answers}
    const answer = answers[request.url.split('/').slice(4).join('/')]
    response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer))
  }).listen(process.argv.at(-1), '127.0.0.1', () => console.log('Dev server is available at http://localhost'))`
const service = `'functions/conformance-adapter': { authorization: 'Bearer eyJh.eyJz.c2ln' }`

/** Temporary files go where the test can see them. */
beforeEach(() => {
  const before = process.env['TMPDIR']
  const folder = mkdtempSync(join(tmpdir(), 'start-'))
  process.env['TMPDIR'] = folder
  return () => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(folder, { recursive: true })
  }
})

const failures: readonly [what: string, script: string, said: RegExp, limits?: Request['limits']][] = [
  [
    'dies at start',
    `console.error('Error: no project of ' + process.env.CONFORMANCE_KEY); console.log('Bearer eyJhbGci.eyJzdWIi.c2ln'); process.exitCode = 3`,
    /^started base44 dev 9\.9\.9: it ended \(exit code 3\) before it was ready\. The last that it wrote:\n  Error: no project of ‹secret›\n  Bearer ‹token›\nStart it by hand/,
  ],
  ['says nothing and ends', ``, /it ended \(exit code 0\) before it was ready\. It wrote nothing\.\n/],
  [
    'is killed',
    `process.kill(process.pid, 'SIGKILL')`,
    /it ended \(ended by SIGKILL\) before it was ready\. It wrote nothing\./,
  ],
  [
    'finds its port taken each time',
    `import { appendFileSync } from 'node:fs'
     const port = process.argv.at(-1)
     appendFileSync(new URL('./tries', import.meta.url), port + '\\n')
     console.error('Port ' + port + ' is already in use. Stop the other process and try again.'); process.exitCode = 1`,
    /port \d+ was free, and taken by another program before it could have it, again and again\..*\n.*is already in use/,
  ],
  [
    'never is ready',
    `console.log('thinking'); setInterval(() => {}, 1000)`,
    /it did not say "Dev server is available at" within 0\.4 s\. (It wrote nothing\.|The last that it wrote:\n  thinking)\nRun again/,
    { startMs: 400 },
  ],
  [
    'has not the functions of its project',
    serves(`{}`),
    /^made base44 dev ready to be judged: GET \/functions\/conformance-adapter should have been answered with 200 .*; seen: 404 without authorization\./,
  ],
  [
    'hands out no service token',
    serves(`{ 'functions/conformance-adapter': { authorization: null } }`),
    /conformance-adapter should have been answered .*; seen: 200 without authorization\./,
  ],
  [
    'prints no code',
    serves(`{ ${service}, 'auth/register': { id: '1' } }`),
    /^registered a test user with base44 dev: it should have printed a verification code for user-1@/,
    { answerMs: 3000 },
  ],
  [
    'does not answer',
    serves(`{}`).replace('const answers = {}', 'return'),
    /GET \/functions\/conformance-adapter .*; seen: nothing within 0\.4 s\./,
    { answerMs: 400 },
  ],
  [
    'dies while users are signed in',
    serves(`{ ${service}, get 'auth/register'() { process.exit(7) } }`),
    /POST \/auth\/register should have been answered .*; seen: .*(other side closed|socket hang up|ECONNRESET)/,
  ],
]

test.each(failures)('a command that %s is told, and nothing is left of it', async (_, script, said, limits) => {
  const started = start(script, limits === undefined ? {} : { limits })
  await expect(started).rejects.toMatchObject({ name: 'SubjectError', message: expect.stringMatching(said) as string })
  expect(leftIn(tmpdir())).toEqual([])
})

test('a port that is taken is given up for the next, three times', async () => {
  const [, script = ''] = failures[3] ?? []
  const folder = folderWith(script)
  await expect(start(script, {}, folder)).rejects.toThrow('again and again')
  const ports = readFileSync(join(folder, 'tries'), 'utf8').trim().split('\n')
  expect(new Set(ports).size).toBe(3)
})

test('interrupted while it starts: an abort, and nothing is left', async () => {
  const abort = new AbortController()
  const started = start(`console.log('x'); setInterval(() => {}, 1000)`, { signal: abort.signal })
  setTimeout(() => abort.abort(), 300)
  await expect(started).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }) as Error)
  expect(leftIn(tmpdir())).toEqual([])
})

function start(script: string, more: Partial<Request> = {}, folder = folderWith(script)): Promise<unknown> {
  const tools = {
    version: '9.9.9',
    script: join(folder, 'run.mjs'),
    deno: '/nowhere/deno',
    denoVersion: '2.9.5',
    denoFolder: join(folder, 'deno'),
  }
  const desk = { host: '127.0.0.1', port: 9 }
  return startWithTools(tools, { project: folder, desk, key, environment: { PATH: process.env['PATH'] }, ...more })
}

function folderWith(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'command-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'base44'))
  writeFileSync(join(folder, 'run.mjs'), script)
  return folder
}

function leftIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('base44-dev-')) : []
}
