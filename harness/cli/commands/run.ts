import type { FooterEvent } from '../../model/event.ts'
import type { Corpus } from '../../model/corpus.ts'
import type { SdkSubject } from '../../model/subject.ts'
import { openAhead, type RunOptions } from '../../run.ts'
import type { Console } from '../console.ts'
import { backendsOf, type Backends } from '../backends-of.ts'
import { corpusOf } from '../corpus.ts'
import { eventsOf } from '../events-of.ts'
import type { Home } from '../home.ts'
import { keepLog } from '../kept-logs.ts'
import { replayOf } from '../replay-of.ts'
import { openReporters } from '../reporting.ts'
import { requestOf } from '../request.ts'
import { jobsOf, limitOf, optionsOf, seatsOf, selectionsFor } from '../run-options.ts'
import type { RunRequest } from '../run-request.ts'
import { contractsIn } from '../selection.ts'
import { subjectsOf } from '../subjects-of.ts'
import { withUsualBackend } from '../usual-backend.ts'

/** Judges what was asked, tells it in every form that was asked for, and keeps the log. */
export async function runCommand({
  request: asked,
  console,
  home,
  keep = true,
}: {
  request: RunRequest
  console: Console
  home: Home
  /** Whether the log is kept for the commands that look back. */
  keep?: boolean
}): Promise<number> {
  const stated = requestOf({ flags: asked, project: home.project, cwd: console.cwd })
  // Only the contracts know whom a suite is for.
  const corpus = stated.suite === undefined ? undefined : await corpusOf(home)
  const request = withUsualBackend(stated, corpus?.suites ?? [])
  const flags = { ...asked, ...(request !== stated && { backend: request.backend }) }
  const ahead = await startAhead({ request, console, home })
  const held: Held = { backends: undefined }
  try {
    const { options, reporters } = await prepare({ request, flags, corpus, ahead, held, console, home, keep })
    return await report({ options: { ...options, ahead: ahead?.lanes }, reporters, home })
  } finally {
    await ahead?.lanes.close()
    await held.backends?.stop()
  }
}

/** What has to be stopped, whatever happens. */
interface Held {
  backends: Backends | undefined
}

interface Ahead {
  readonly subjects: readonly SdkSubject[]
  readonly lanes: ReturnType<typeof openAhead>
}

/** The default SDK is at hand: it is loaded while the contracts are read. What has to be looked for waits for them. */
async function startAhead({
  request,
  console,
  home,
}: {
  request: RunRequest
  console: Console
  home: Home
}): Promise<Ahead | undefined> {
  if (request.sdk !== undefined || request.with !== undefined || request.backend !== undefined) return undefined
  const subjects = await subjectsOf({}, { console, home, say: console.stderr.write })
  const [subject] = subjects
  if (subject === undefined) return undefined
  const { environment } = console
  const threads = { jobs: jobsOf(request), limitMs: limitOf(request), fixtures: home.fixtures, environment }
  return { subjects, lanes: openAhead(subject, threads) }
}

/** All that can be wrong before anything is judged. */
async function prepare({
  request,
  flags,
  corpus: read,
  ahead,
  held,
  console,
  home,
  keep,
}: {
  request: RunRequest
  flags: RunRequest
  /** Where it was read already. */
  corpus: Corpus | undefined
  ahead: Ahead | undefined
  held: Held
  console: Console
  home: Home
  keep: boolean
}): Promise<{ options: RunOptions; reporters: ReturnType<typeof openReporters> }> {
  const corpus = read ?? (await corpusOf(home))
  const replay = replayOf({ request: flags, corpus })
  const selected = selectionsFor(replay === undefined ? request : { ...request, contract: [replay.id] }, corpus)
  const asked = openReporters({ requests: request.report ?? [], console, now: () => performance.now() })
  // A replay is a second look at a run that is kept; its log would take the place of that run's.
  const reporters = keep && replay === undefined ? [keepLog(console), ...asked] : asked
  const say = (text: string): void => console.stderr.write(`${text}\n`)
  const sdks = ahead?.subjects ?? (await sdksOf(request, { console, home, say }))
  const contracts = contractsIn(selected.selections)
  held.backends = await backendsOf({ request, contracts, suites: corpus.suites, console, home, say })
  const { subjects: backends, ended } = held.backends
  const pinned = replay?.pinned
  const subjects = [...sdks, ...backends]
  const options = optionsOf({
    request,
    flags,
    corpus,
    ...selected,
    pinned,
    subjects,
    ended,
    surroundings: console,
    home,
  })
  return { options, reporters }
}

/** Where only a backend was named, no SDK is judged. */
async function sdksOf(request: RunRequest, at: Parameters<typeof subjectsOf>[1]): Promise<readonly SdkSubject[]> {
  return seatsOf(request).includes('sdk') ? subjectsOf(request, at) : []
}

async function report({
  options,
  reporters,
  home,
}: {
  options: RunOptions
  reporters: ReturnType<typeof openReporters>
  home: Home
}): Promise<number> {
  let last: FooterEvent | undefined
  for await (const event of eventsOf(options, home)) {
    for (const reporter of reporters) reporter.event(event)
    if (event.kind === 'footer') last = event
  }
  for (const reporter of reporters) await reporter.end?.()
  return last?.exitCode ?? 4
}
