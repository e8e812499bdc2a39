import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The npm client: what it wrote to stdout, or an error with what it wrote to stderr. */
export type Npm = (args: readonly string[], cwd: string) => Promise<string>

const run = promisify(execFile)

/** A registry that does not answer is said within seconds, not minutes. */
const patience = [
  '--loglevel=error',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
  '--fetch-timeout=30000',
] as const

/** All versions of a large package, as JSON. */
const mostOutput = 16 * 2 ** 20

/** The npm client of this machine; being told to stop, it is ended with an `AbortError`. */
export function npmClient({
  environment,
  signal,
}: {
  environment: NodeJS.ProcessEnv
  signal?: AbortSignal | undefined
}): Npm {
  const windows = process.platform === 'win32'
  const options = { env: cleaned(environment), shell: windows, maxBuffer: mostOutput, signal }
  return async (args, cwd) => {
    try {
      const { stdout } = await run(windows ? 'npm.cmd' : 'npm', [...args, ...patience], { ...options, cwd })
      return stdout
    } catch (error) {
      // A terminal sends Ctrl-C to npm too, which then fails in some way of its own.
      signal?.throwIfAborted()
      throw error
    }
  }
}

/** Under `npm run`, npm's own settings would reach the inner npm as if they were asked for. */
function cleaned(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^npm_(package|lifecycle|command|config_(prefix|local_prefix|global_prefix))/.test(name),
    ),
  )
}
