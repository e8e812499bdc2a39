import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { promisify, stripVTControlCharacters } from 'node:util'
import { SubjectError } from '../subjects/subject-error.ts'
import { denoSettings, denoTrust } from './deno-environment.ts'
import type { DenoTool } from './deno-tool.ts'

const run = promisify(execFile)

/**
 * Puts npm packages where Deno looks for them: functions that are judged reach no registry. Deno keeps its folder whole
 * by itself, also through a kill and with several runs at it. What is imported from elsewhere (`jsr:`, `https:`) is not
 * fetched.
 */
export async function warmDeno({
  tools: { deno, denoFolder },
  packages,
  environment,
  say,
  signal,
}: {
  tools: DenoTool
  packages: readonly string[]
  environment: NodeJS.ProcessEnv
  say: (text: string) => void
  signal?: AbortSignal | undefined
}): Promise<void> {
  if (packages.length === 0) return
  await mkdir(denoFolder, { recursive: true })
  const cache = (env: NodeJS.ProcessEnv): Promise<unknown> =>
    run(deno, ['cache', '--no-config', '--no-lock', ...packages], { cwd: tmpdir(), env, signal })
  const online = { ...environment, ...denoTrust(environment), ...denoSettings, DENO_DIR: denoFolder }
  try {
    // Twenty milliseconds where everything is there, with a proxy that nobody is behind.
    await cache({ ...online, ...toNobody })
  } catch {
    signal?.throwIfAborted()
    say(`Fetching ${packages.join(', ')} for functions …`)
    await cache(online).catch((error: unknown) => {
      signal?.throwIfAborted()
      throw notFetched(packages, error)
    })
  }
}

const nobody = 'http://127.0.0.1:9'
const toNobody = {
  HTTP_PROXY: nobody,
  HTTPS_PROXY: nobody,
  http_proxy: nobody,
  https_proxy: nobody,
  NO_PROXY: '',
  no_proxy: '',
}

function notFetched(packages: readonly string[], error: unknown): SubjectError {
  const { stderr = String(error) } = error as { stderr?: string }
  const said = stripVTControlCharacters(stderr)
    .split('\n')
    .filter((line) => /^error|^ +\d+:/.test(line))
    .map((line) => line.trim())
  return new SubjectError(
    `fetched ${packages.join(', ')}, which functions of the app import, with Deno: ${said.join(' ') || 'it failed'}. Check the network and these names; what was fetched once is kept.`,
  )
}
