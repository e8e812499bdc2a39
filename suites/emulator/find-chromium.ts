import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Path of a Chromium: the one that BASE44_CONFORMANCE_CHROMIUM names, one that is installed, or on Debian as root the
 * system's own package, which is installed for good.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['BASE44_CONFORMANCE_CHROMIUM']
  if (named !== undefined && named !== '') return named
  const found = usual.find(existsSync)
  if (found !== undefined) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      'looked for Chromium, in which pages are tested: none is installed. Install it (Debian: apt-get install chromium), or name one in BASE44_CONFORMANCE_CHROMIUM.',
    )
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env, maxBuffer: 2 ** 26 })
  return '/usr/bin/chromium'
}
