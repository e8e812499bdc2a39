import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** From the start of the process to the first verdict of a default run, beside a Node that does nothing. */
const allowedMs = 1500
const rounds = 7
const command = fileURLToPath(new URL('../bin/base44-conformance.js', import.meta.url))
const cwd = mkdtempSync(join(tmpdir(), 'bench-'))

console.log('round   nothing  header  verdict  ratio (ms; medians last)')
const all: number[][] = []
// One round more, before, which fills the compile cache.
for (let round = 0; round <= rounds; round++) {
  const nothing = await msOfNothing()
  const { header = 0, verdict = 0 } = await msOfRun()
  if (round > 0) print(String(round), nothing, header, verdict)
  if (round > 0) all.push([nothing, header, verdict])
}
rmSync(cwd, { recursive: true })
const [nothing = 0, header = 0, verdict = 0] = [0, 1, 2].map((column) => median(all.map((row) => row[column] ?? 0)))
print('', nothing, header, verdict)
console.log(`first verdict after ${verdict.toFixed(0)} ms (allowed: ${allowedMs})`)
process.exitCode = verdict <= allowedMs ? 0 : 1

async function msOfNothing(): Promise<number> {
  const started = performance.now()
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'close')
  return performance.now() - started
}

/** When the first line of each kind of the event log was there. */
async function msOfRun(): Promise<{ header?: number; verdict?: number }> {
  const started = performance.now()
  const args = [command, 'run', '--seed', '1', '--report', 'ndjson']
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] })
  const closed = once(child, 'close')
  let text = ''
  const seen: { header?: number; verdict?: number } = {}
  for await (const chunk of child.stdout) {
    text += String(chunk)
    if (text.includes('"kind":"header"')) seen.header ??= performance.now() - started
    if (!text.includes('"kind":"case"')) continue
    seen.verdict = performance.now() - started
    break
  }
  child.kill('SIGKILL')
  await closed
  return seen
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function print(round: string, ...[nothing, header, verdict]: [number, number, number]): void {
  const numbers = [nothing, header, verdict].map((ms) => ms.toFixed(0).padStart(8))
  console.log(`${round.padStart(5)}${numbers.join('')}${(verdict / nothing).toFixed(0).padStart(8)}`)
}
