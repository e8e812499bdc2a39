import type { RunningBackend } from '../adapter.ts'
import { importedPackages, refuseWithoutFunctions } from '../project-functions.ts'
import { startWithTools, type Request } from './start-with-tools.ts'
import { base44Tools, defaultVersion } from './tools.ts'
import { warmDeno } from '../../deno/warm-deno.ts'

export interface Base44DevRequest extends Request {
  /** Of the package `base44`: a version, a range or a tag. */
  readonly version?: string | undefined
  /** Folder shared between runs, for what is fetched. */
  readonly cache: string
  /** Tells a person what takes time. */
  readonly say: (text: string) => void
}

/**
 * The official local backend, with an app deployed and users signed in, on a port and in folders of its own. What it
 * needs comes from npm the first time. Throws a {@link SubjectError} where it cannot be had.
 */
export async function startBase44Dev(request: Base44DevRequest): Promise<RunningBackend> {
  const { version: wanted = defaultVersion, project } = request
  await refuseWithoutFunctions(project)
  const tools = await base44Tools({ ...request, wanted })
  await warmDeno({ ...request, tools, packages: await importedPackages(project) })
  return startWithTools(tools, request)
}
