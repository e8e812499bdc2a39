import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { valid } from 'semver'
import { chooseVersions } from '../../subjects/choose-versions.ts'
import { fetchTools, type Tool } from '../../subjects/fetch-tool.ts'
import { npmClient, type Npm } from '../../subjects/npm.ts'
import { publishedVersions } from '../../subjects/registry.ts'
import { SubjectError } from '../../subjects/subject-error.ts'
import { denoFromNpm, denoToolIn, type DenoTool } from '../../deno/deno-tool.ts'

/** What `base44 dev` is run with. */
export interface Tools extends DenoTool {
  readonly version: string
  /** The module that the command `base44` is. */
  readonly script: string
}

export const defaultVersion = '0.1.18'

/** The official command line and the Deno that it runs functions with, from npm or from the cache. */
export async function base44Tools({
  wanted,
  cache,
  environment,
  say,
  signal,
}: {
  /** A version, a range or a tag; of several the newest. */
  wanted: string
  cache: string
  environment: NodeJS.ProcessEnv
  say: (text: string) => void
  signal?: AbortSignal | undefined
}): Promise<Tools> {
  const deno = denoFromNpm()
  const npm = npmClient({ environment, signal })
  const version = valid(wanted) ?? (await newestOf(wanted, npm))
  const [cli, binaries] = (await fetchTools([cliOf(version), deno], { cache, npm, say })) as [string, string]
  const script = join(cli, 'bin', 'run.js')
  return { version, script, ...denoToolIn(binaries, cache) }
}

/** It names one dependency by an address outside npm, which its Deno runtime has no use for. */
function cliOf(version: string): Tool {
  const pinned = { '@deno/loader': 'npm:empty-npm-package@1.0.0' }
  return { name: cliName, version, label: `${cliName}@${version}`, pinned }
}

const cliName = 'base44'

async function newestOf(wanted: string, npm: Npm): Promise<string> {
  const published = await publishedVersions({ name: cliName, npm, cwd: tmpdir(), or: 'once-only' })
  const newest = published && chooseVersions(wanted, published).at(-1)
  if (newest !== undefined) return newest
  throw new SubjectError(`looked for ${cliName} "${wanted}": the npm registry has no package "${cliName}".`)
}
