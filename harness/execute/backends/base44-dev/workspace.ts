import { rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Folders of one backend alone: all that it writes is in them, and goes with them. */
export interface Workspace {
  readonly root: string
  /** A copy of the app. */
  readonly project: string
  readonly home: string
  readonly temporary: string
  /** File of everything that it prints. */
  readonly transcript: string
  readonly remove: () => void
}

/** The account that `base44 dev` takes for the owner of the app, who is its only administrator. */
export const owner = { email: 'owner@conformance.example', name: 'Owner' } as const
export const appId = 'conformance-app'

export async function makeWorkspace({
  project,
  extra,
  userHome,
}: {
  project: string
  /** Files of our own in the copy: path below `base44/` → text. */
  extra: Readonly<Record<string, string>>
  /** Home of the user, whose registry is asked for packages. */
  userHome: string | undefined
}): Promise<Workspace> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'base44-dev-')))
  const place = {
    project: join(root, 'project'),
    home: join(root, 'home'),
    temporary: join(root, 'tmp'),
    transcript: join(root, 'terminal.log'),
  }
  const remove = (): void => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  try {
    await cp(join(project, 'base44'), join(place.project, 'base44'), { recursive: true })
    await mkdir(place.temporary)
    const inBase44 = { '.app.jsonc': JSON.stringify({ id: appId }), ...extra }
    for (const [path, text] of Object.entries(inBase44)) await write(join(place.project, 'base44', path), text)
    await write(join(place.home, '.base44', 'auth', 'auth.json'), JSON.stringify(login))
    await write(join(place.home, '.npmrc'), await registriesOf(userHome))
  } catch (error) {
    remove()
    throw error
  }
  return { root, ...place, remove }
}

/** Without it the command asks to log in; nothing ever sees these tokens. */
const login = { accessToken: 'none', refreshToken: 'none', expiresAt: 4_102_444_800_000, ...owner }

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** Deno files what it fetched by the registry it came from; a login to it stays where it is. */
async function registriesOf(home: string | undefined): Promise<string> {
  const text = home === undefined ? '' : await readFile(join(home, '.npmrc'), 'utf8').catch(() => '')
  const lines = text.split(/\r?\n/).filter((line) => /^(@[^:]+:)?registry\s*=/.test(line) && !/\/\/[^/]*@/.test(line))
  return lines.map((line) => `${line}\n`).join('')
}
