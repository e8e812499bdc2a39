// Calls of one warm Deno function through the emulator: at least 500 a second.
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request, type IncomingMessage } from 'node:http'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { openEmulator } from '../harness/emulator/emulator.ts'
import { readProject } from '../harness/emulator/project/read-project.ts'
import { denoEnvironment } from '../harness/execute/deno/deno-environment.ts'
import { findDeno } from '../harness/execute/deno/find-deno.ts'

const least = 500
const rounds = 5
const calls = 1000
const atOnce = 16

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const entry = join(folder, 'base44', 'functions', 'echo')
mkdirSync(entry, { recursive: true })
writeFileSync(
  join(entry, 'entry.ts'),
  'Deno.serve(async (request) => Response.json({ received: await request.json() }))\n',
)
const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'base44-conformance')
const deno = await findDeno({ cache, environment: process.env, say: console.error })
const read = readProject(folder)
if (read.kind !== 'project') throw new Error('the project that was just written is none')
const emulator = await openEmulator({
  project: read.project,
  deno: () => Promise.resolve({ binary: deno.deno, environment: denoEnvironment(process.env, deno) }),
  say: () => undefined,
  onProblem: () => undefined,
})
const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
await inTurn(1)
const perSecond: number[] = []
for (let round = 0; round < rounds; round++) {
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, () => inTurn(Math.ceil(calls / atOnce))))
  perSecond.push(Math.round((Math.ceil(calls / atOnce) * atOnce * 1000) / (performance.now() - started)))
}
agent.destroy()
await emulator.close()
rmSync(folder, { recursive: true })
const median = perSecond.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
console.log(`median: ${median} calls a second, ${atOnce} at once (wanted: ${least}); ${perSecond.join(', ')}`)
if (median < least) process.exitCode = 1

async function inTurn(count: number): Promise<void> {
  for (let call = 0; call < count; call++) await callOnce({ call })
}

async function callOnce(sent: { call: number }): Promise<void> {
  const body = JSON.stringify(sent)
  const headers = { 'content-type': 'application/json', 'content-length': body.length }
  const asked = request(`${emulator.url}/functions/echo`, { agent, method: 'POST', headers }).end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const told = await text(answer)
  if (told !== JSON.stringify({ received: sent })) throw new Error(`called echo: ${answer.statusCode} ${told}`)
}
