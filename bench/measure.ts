import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a process took. */
export interface Measured {
  readonly seconds: number
  /** Peak resident memory. */
  readonly megabytes: number
  readonly exitCode: number | null
}

const preload = new URL('./print-peak.ts', import.meta.url).href

/** Runs a script in a Node of its own and measures it from outside. */
export async function measure(script: string, args: readonly string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const peak = join(folder, 'peak')
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', preload, script, ...args], {
    stdio: 'ignore',
    env: { ...process.env, BENCH_PEAK: peak },
  })
  const exitCode = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  const seconds = (performance.now() - started) / 1000
  const megabytes = Number(readFileSync(peak, 'utf8'))
  rmSync(folder, { recursive: true })
  return { seconds, megabytes, exitCode }
}
