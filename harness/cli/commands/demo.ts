import { join } from 'node:path'
import type { Console } from '../console.ts'
import type { Home } from '../home.ts'
import { runCommand } from './run.ts'

/** Judges a small SDK that breaks a handful of promises; red is what it is for, so that is a success. */
export async function demoCommand({ console, home }: { console: Console; home: Home }): Promise<number> {
  const broken = join(home.suites, 'app', 'broken-sdk')
  const request = { sdk: [broken], suite: 'smoke', known: false, seed: 1 }
  const code = await runCommand({ request, console, home })
  console.stderr.write('\nThat was an SDK broken on purpose. Now a real one: base44-conformance run\n')
  return code === 1 ? 0 : code
}
