import { defaultDesk, type DeskAddress } from '../model/backend.ts'
import type { RunningBackend } from '../execute/backends/adapter.ts'
import { startBase44Dev } from '../execute/backends/base44-dev/start.ts'
import { deskAddressOf } from '../execute/backends/url/desk-address.ts'
import { findBackend } from '../execute/backends/url/find-backend.ts'
import { whyNotReady } from '../execute/backends/why-not-ready.ts'
import { SubjectError } from '../execute/subjects/subject-error.ts'
import { startEmulator, type EmulatorRequest } from '../start-emulator.ts'
import { backendSettings } from '../config/backend-settings.ts'
import { fixtureFiles } from '../load/fixture-files.ts'
import { fixtureSecrets } from '../load/fixture-secrets.ts'
import type { Console } from './console.ts'
import { fixtureFolder } from './fixture-folder.ts'
import { cacheFolder, type Home } from './home.ts'
import type { RunRequest } from './run-request.ts'
import { UsageError } from './usage-error.ts'

export interface Starting {
  readonly spec: string
  /** Shared by this run and the fixture functions. */
  readonly key: string
  readonly request: RunRequest
  readonly console: Pick<Console, 'environment' | 'signal'>
  readonly home: Home
  readonly say: (text: string) => void
}

/** One backend as it was named: started, or found where it runs, and asked whether it is ready. */
export async function startBackend(starting: Starting): Promise<RunningBackend> {
  const { spec, console } = starting
  const backend = await had(starting)
  try {
    const problem = await whyNotReady(backend.access, { signal: console.signal })
    if (problem !== undefined) throw new SubjectError(`looked whether ${spec} is ready: ${problem.message}`)
    return backend
  } catch (error) {
    await backend.stop()
    throw error
  }
}

async function had(starting: Starting): Promise<RunningBackend> {
  const { spec, home } = starting
  const [name = '', version] = spec.split('@')
  if (spec === 'emulator') return startEmulator({ ...(await withFixture(starting)), version: home.version })
  if (name === 'base44-dev') return startBase44Dev({ ...(await withFixture(starting)), version })
  if (/^https?:/i.test(spec)) return find(starting)
  throw new UsageError(
    `read --backend ${spec}: that is no backend. Possible: emulator, base44-dev, base44-dev@<version>, http://<host>[:<port>][/<prefix>].`,
  )
}

/** What it takes to start a backend here, with the fixture app deployed. */
async function withFixture({ key, console, home, say }: Starting): Promise<Omit<EmulatorRequest, 'version'>> {
  const { environment, signal } = console
  const cache = cacheFolder(environment)
  return {
    project: await fixtureFolder(fixtureFiles(home.fixtures), cache),
    desk: deskFrom(environment),
    key,
    secrets: fixtureSecrets(home.fixtures),
    cache,
    environment,
    say,
    signal,
  }
}

function find({ spec, request, console, home, say }: Starting): Promise<RunningBackend> {
  const { environment, signal } = console
  const configured = backendSettings(home.project, spec)
  const rate = request.rate ?? configured?.rate
  return findBackend({
    spec,
    configured: { ...configured, ...(rate !== undefined && { rate }) },
    environment,
    desk: deskFrom(environment),
    allowed: request.allowWrites ?? [],
    say,
    signal,
  })
}

function deskFrom(environment: NodeJS.ProcessEnv): DeskAddress {
  const named = environment['CONFORMANCE_DESK_URL']
  return named === undefined ? defaultDesk : deskAddressOf(named)
}
