import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SubjectError } from './subject-error.ts'

const run = promisify(execFile)
const sdkName = '@base44/sdk'

/** Fetches a published version with the npm client, once; later runs find it in the cache. */
export async function fetchPublished({
  version,
  cache,
  environment,
}: {
  version: string
  /** Folder shared between runs. */
  cache: string
  environment: NodeJS.ProcessEnv
}): Promise<string> {
  const home = join(cache, 'sdk', version)
  const folder = join(home, 'node_modules', ...sdkName.split('/'))
  if (existsSync(join(folder, 'package.json'))) return folder
  await mkdir(join(cache, 'sdk'), { recursive: true })
  const building = await mkdtemp(join(cache, 'sdk', '.building-'))
  try {
    await writeFile(join(building, 'package.json'), '{"private":true}')
    await npmInstall({ version, folder: building, environment })
    await moveInto(building, home)
  } finally {
    await rm(building, { recursive: true, force: true })
  }
  return folder
}

async function npmInstall({
  version,
  folder,
  environment,
}: {
  version: string
  folder: string
  environment: NodeJS.ProcessEnv
}): Promise<void> {
  const options = [
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--loglevel=error',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
    '--fetch-timeout=30000',
  ]
  try {
    await npm(['install', `${sdkName}@${version}`, '--save-exact', ...options], { cwd: folder, environment })
  } catch (error) {
    throw await explain({ error, version, folder, environment })
  }
}

/** Two runs may fetch the same version at the same time: the one that comes second keeps the first's. */
async function moveInto(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (!existsSync(join(to, 'package.json'))) throw error
  }
}

async function explain({
  error,
  version,
  folder,
  environment,
}: {
  error: unknown
  version: string
  folder: string
  environment: NodeJS.ProcessEnv
}): Promise<SubjectError> {
  const text = String((error as { stderr?: string }).stderr ?? error)
  if (/ETARGET|E404/.test(text)) {
    const published = await publishedVersions(folder, environment)
    const newest = published.length === 0 ? '' : ` The newest are ${published.slice(-5).reverse().join(', ')}.`
    return new SubjectError(
      `fetched ${sdkName}@${version} from the npm registry: no such version is published.${newest}`,
    )
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|EAI_FAIL|ENOTCACHED/.test(text)) {
    return new SubjectError(
      `fetched ${sdkName}@${version} from the npm registry: it cannot be reached. Check the network, or name a version that is installed or a folder (--sdk ./path).`,
    )
  }
  return new SubjectError(
    `fetched ${sdkName}@${version} with npm, which failed: ${text.split('\n').slice(0, 3).join(' ').trim()}`,
  )
}

async function publishedVersions(cwd: string, environment: NodeJS.ProcessEnv): Promise<string[]> {
  try {
    const { stdout } = await npm(['view', sdkName, 'versions', '--json'], { cwd, environment })
    return JSON.parse(stdout) as string[]
  } catch {
    return []
  }
}

function npm(
  args: readonly string[],
  { cwd, environment }: { cwd: string; environment: NodeJS.ProcessEnv },
): Promise<{ stdout: string }> {
  const client = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return run(client, args, { cwd, env: cleaned(environment), shell: process.platform === 'win32' })
}

/** Under `npm run`, npm's own settings would reach the inner npm as if they were asked for. */
function cleaned(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^npm_(package|lifecycle|command|config_(prefix|local_prefix|global_prefix))/.test(name),
    ),
  )
}
