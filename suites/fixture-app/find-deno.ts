import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The one that backends run their functions on; the next one lacks packages for some platforms. */
const version = '2.9.5'
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url))

/** Where Deno keeps what functions import; shared by all tests. */
export const denoFolder: string = join(cache, 'deno-dir')

/**
 * Path of a real Deno: the one that BASE44_CONFORMANCE_DENO names, else one that npm fetches, once. The binary of the
 * platform's package is run itself: the launcher of the package `deno` would swallow signals.
 */
export async function findDeno(): Promise<string> {
  const named = process.env['BASE44_CONFORMANCE_DENO']
  if (named !== undefined && named !== '') return named
  const home = join(cache, `deno-${version}`)
  const binary = join(home, 'node_modules', '@deno', platform(), process.platform === 'win32' ? 'deno.exe' : 'deno')
  if (!existsSync(binary)) await fetchDeno(home)
  return binary
}

/** Installed beside its place and moved there in one go: two tests may want it at the same time. */
async function fetchDeno(home: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const staging = mkdtempSync(join(cache, 'fetching-deno-'))
  writeFileSync(join(staging, 'package.json'), '{ "private": true }')
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `@deno/${platform()}@${version}`]
  const windows = process.platform === 'win32'
  await promisify(execFile)(windows ? 'npm.cmd' : 'npm', args, { cwd: staging, shell: windows })
  try {
    renameSync(staging, home)
  } catch {
    rmSync(staging, { recursive: true, force: true })
  }
}

function platform(): string {
  const { platform: system, arch } = process
  if (system === 'linux') return `linux-${arch}-glibc`
  return `${system}-${arch}`
}
