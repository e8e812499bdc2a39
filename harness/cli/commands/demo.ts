import { join, relative } from 'node:path'
import pc from 'picocolors'
import type { Console } from '../console.ts'
import type { Home } from '../home.ts'
import { runCommand } from './run.ts'

/** The stream that arrives too late shows as a hang; on loopback, half a second is long. */
const timeout = 500

/** Judges a small SDK that breaks a handful of promises; red is what it is for, so that is a success. */
export async function demoCommand({ console, home }: { console: Console; home: Home }): Promise<number> {
  const { stderr, cwd } = console
  const { cyan } = pc.createColors(stderr.colour)
  const broken = relative(cwd, join(home.fixtures, 'broken-sdk')) || '.'
  stderr.write(`A small SDK with five bugs: ${cyan(join(broken, 'index.js'))}\nWhich promises does it break?\n`)
  const request = { sdk: [`./${broken}`], suite: 'demo', known: false, seed: 1, timeout }
  const code = await runCommand({ request, console, home, keep: false })
  if (code !== 1) return code
  stderr.write(
    `\nAll five were found; above, each with the sentence it breaks, the smallest call that shows it, and what\n` +
      `went over the wire. That was red on purpose. Now your SDK: ${cyan('base44-conformance run')}\n`,
  )
  return 0
}
