import { execFile } from 'node:child_process'
import { delimiter } from 'node:path'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

interface Surroundings {
  readonly cwd: string
  /** A folder that comes first on the path. */
  readonly path?: string
}

/** Runs a program without what an outer npm and the test runner add to the environment. */
export function run(file: string, args: readonly string[], { cwd, path }: Surroundings): Promise<Ran> {
  const added = /^(npm_(?!config_cache)|VITEST|NODE_ENV$|NODE_OPTIONS$|FORCE_COLOR$)/
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !added.test(name)))
  if (path !== undefined) env['PATH'] = `${path}${delimiter}${env['PATH']}`
  return new Promise((resolve) => {
    execFile(file, args, { cwd, env, shell: process.platform === 'win32' }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

export async function succeed(file: string, args: readonly string[], surroundings: Surroundings): Promise<void> {
  const { code, stdout, stderr } = await run(file, args, surroundings)
  if (code !== 0)
    throw new Error(`${file} ${args.join(' ')} in ${surroundings.cwd} ended with ${code}\n${stdout}${stderr}`)
}
