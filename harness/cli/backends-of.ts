import { randomBytes } from 'node:crypto'
import { readAddress } from '../execute/backends/url/read-address.ts'
import { plannedWrites } from '../plan/planned-writes.ts'
import { resolveSdks } from '../execute/subjects/resolve-sdks.ts'
import type { RunningBackend } from '../execute/backends/adapter.ts'
import { SubjectError } from '../execute/subjects/subject-error.ts'
import type { Contract } from '../model/contract.ts'
import type { BackendSubject, SdkSubject } from '../model/subject.ts'
import type { Suite } from '../model/suite.ts'
import type { Console } from './console.ts'
import { cacheFolder, type Home } from './home.ts'
import type { RunRequest } from './run-request.ts'
import { refuseClaims } from './refuse-claims.ts'
import { refuseWrites } from './refuse-writes.ts'
import { startBackend } from './start-backend.ts'

/** Backends that are ready to be judged; whoever has them stops them. */
export interface Backends {
  readonly subjects: readonly BackendSubject[]
  /** By subject: resolves with a sentence when it ends by itself. */
  readonly ended: ReadonlyMap<string, Promise<string>>
  readonly stop: () => Promise<void>
}

/** Every backend that was named, started or found, and asked whether it is ready. */
export async function backendsOf({
  request,
  contracts,
  suites,
  console,
  home,
  say,
}: {
  request: RunRequest
  /** What they are judged by: it decides what would be written. */
  contracts: readonly Contract[]
  /** Among them the profiles that they may claim. */
  suites: readonly Suite[]
  console: Around
  home: Home
  say: (text: string) => void
}): Promise<Backends> {
  const specs = [...new Set(request.backend ?? [])]
  if (specs.length === 0) return { subjects: [], ended: new Map(), stop: () => Promise.resolve() }
  const runId = `run-${randomBytes(6).toString('hex')}`
  const elsewhere = specs.filter((spec) => /^https?:/i.test(spec)).map(readAddress)
  refuseWrites({
    backends: elsewhere,
    allowed: request.allowWrites ?? [],
    writes: plannedWrites(contracts.filter(({ seats }) => seats.includes('backend'))),
    runId,
  })
  const trusted = await trustedSdk({ console, home, say })
  const running: RunningBackend[] = []
  const stop = async (): Promise<void> => void (await Promise.allSettled(running.map((backend) => backend.stop())))
  try {
    const key = console.environment['CONFORMANCE_KEY'] ?? randomBytes(24).toString('hex')
    for (const spec of specs) running.push(await startBackend({ spec, key, request, console, home, say }))
    for (const backend of running) refuseClaims(backend, suites)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    subjects: running.map((backend) => subjectOf(backend, trusted, runId)),
    ended: new Map(running.map(({ id, ended }) => [id, ended])),
    stop,
  }
}

/** What it takes to have a backend, for a command and for a program. */
export type Around = Pick<Console, 'cwd' | 'environment' | 'runtimeVersion' | 'signal'>

/** The SDK in the caller's seat is the one that this package brings, whatever else is installed. */
async function trustedSdk({
  console,
  home,
  say,
}: {
  console: Around
  home: Home
  say: (text: string) => void
}): Promise<SdkSubject> {
  const { environment, runtimeVersion, signal } = console
  const [sdk] = await resolveSdks({
    specs: [],
    replacing: [],
    cwd: home.root,
    own: home.root,
    cache: cacheFolder(environment),
    environment,
    runtimeVersion,
    say,
    signal,
  })
  if (sdk === undefined)
    throw new SubjectError('looked for the SDK that takes the caller’s seat: this package brings none.')
  return sdk
}

function subjectOf(
  { id, backend, version, dependencies, access, claims }: RunningBackend,
  trusted: SdkSubject,
  runId: string,
): BackendSubject {
  const { runtime, runtimeVersion, entry } = trusted
  return {
    kind: 'backend',
    id,
    backend,
    version,
    runtime,
    runtimeVersion,
    dependencies: { ...dependencies, '@base44/sdk': trusted.version },
    entry,
    access: { ...access, runId },
    ...(claims && { claims }),
  }
}
