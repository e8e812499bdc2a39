import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fetchTools } from '../subjects/fetch-tool.ts'
import { npmClient } from '../subjects/npm.ts'
import { SubjectError } from '../subjects/subject-error.ts'
import { denoFolderIn, denoFromNpm, denoToolIn, type DenoTool } from './deno-tool.ts'

/** The Deno of this machine, else the one that npm has for it: from the cache, or fetched, once. */
export async function findDeno({
  cache,
  environment,
  say,
  signal,
}: {
  cache: string
  environment: NodeJS.ProcessEnv
  /** Tells a person what takes time. */
  say: (text: string) => void
  signal?: AbortSignal | undefined
}): Promise<DenoTool> {
  const own = await onPath(environment)
  if (own !== undefined) return { ...own, denoFolder: denoFolderIn(cache, own.denoVersion) }
  try {
    const [folder = ''] = await fetchTools([denoFromNpm()], { cache, npm: npmClient({ environment, signal }), say })
    return denoToolIn(folder, cache)
  } catch (error) {
    signal?.throwIfAborted()
    const reason = error instanceof Error ? error.message : String(error)
    throw new SubjectError(
      `looked for Deno, which functions run on: there is none on the PATH, and npm gave none (${reason}). Install it (https://deno.com: npm install --global deno), or run again with a network.`,
    )
  }
}

/** Asked where it is itself: what is called `deno` may be a script that starts it, and would leave it behind. */
async function onPath(env: NodeJS.ProcessEnv): Promise<Pick<DenoTool, 'deno' | 'denoVersion'> | undefined> {
  const script = 'console.log(JSON.stringify({ deno: Deno.execPath(), denoVersion: Deno.version.deno }))'
  try {
    const { stdout } = await promisify(execFile)('deno', ['eval', '--no-config', '--no-lock', script], {
      env: { ...env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' },
      timeout: 10_000,
    })
    const found = JSON.parse(stdout) as Pick<DenoTool, 'deno' | 'denoVersion'>
    return Number.parseInt(found.denoVersion) >= 2 ? found : undefined
  } catch {
    return undefined
  }
}
