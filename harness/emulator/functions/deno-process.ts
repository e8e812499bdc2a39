import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import type { Said } from '../emulated.ts'
import { hostFile, importMap } from './host-files.ts'
import { readMarked } from './marked-output.ts'

/** The Deno that functions run on. */
export interface Deno {
  readonly binary: string
  /** Its environment, but for the secrets of the app: `DENO_DIR`, certificates, a proxy. */
  readonly environment: Readonly<Record<string, string>>
}

/** One function as a process. */
export interface DenoProcess {
  /** How loading it ended; of a process that died before, `died`. */
  readonly loaded: Promise<Loaded>
  /** Resolves with how it ended. */
  readonly exited: Promise<string>
  /** Without asking: nothing of a function is worth waiting for. */
  readonly end: () => void
}

export type Loaded =
  | { readonly kind: 'listens'; readonly port: number }
  | { readonly kind: 'serves-nothing' | 'does-not-load' }
  | { readonly kind: 'died'; readonly how: string }

export function startDeno({
  name,
  entry,
  deno: { binary, environment },
  secrets,
  say,
}: {
  name: string
  /** Path of its module. */
  entry: string
  deno: Deno
  secrets: Readonly<Record<string, string>>
  say: (said: Said) => void
}): DenoProcess {
  const mark = `\u0001${randomUUID()}\u0001`
  const child = spawn(binary, [...flags, `--import-map=${importMap()}`, hostFile('wrapper')], {
    env: { ...environment, ...secrets, EMULATOR_ENTRY: pathToFileURL(entry).href, EMULATOR_MARK: mark },
    // Ctrl-C at the terminal is for the emulator, which ends its functions itself.
    detached: process.platform !== 'win32',
    windowsHide: true,
    // Its input is the lifeline, which nobody writes to: see there.
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => undefined)
  const from = `functions/${name}`
  const exited = endOf(child)
  const loaded = new Promise<Loaded>((resolve) => {
    listen(child.stdout, { mark, onWord: (word) => resolve(loadedBy(word)), onLine: (text) => say({ from, level: 'info', text }) }) // prettier-ignore
    listen(child.stderr, { mark, onWord: () => undefined, onLine: (text) => say({ from, level: 'error', text }) })
    void exited.then((how) => resolve({ kind: 'died', how }))
  })
  return { loaded, exited, end: () => void child.kill('SIGKILL') }
}

/** As `base44 dev` runs them; a `deno.json` or `package.json` above the project is no business of a function. */
const flags = ['run', '--quiet', '--allow-all', '--no-config', '--no-lock']

function listen(stream: NodeJS.ReadableStream, to: Parameters<typeof readMarked>[0]): void {
  const { read, end } = readMarked(to)
  stream.setEncoding('utf8').on('data', read).on('end', end)
}

function loadedBy(word: string): Loaded {
  const [, port] = /^listens (\d+)$/.exec(word) ?? []
  if (port !== undefined) return { kind: 'listens', port: Number(port) }
  return { kind: word === 'serves-nothing' ? 'serves-nothing' : 'does-not-load' }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
}
