import { backendsOf } from '../cli/backends-of.ts'
import { corpusOf } from '../cli/corpus.ts'
import { optionsOf, seatsOf, selectionsFor } from '../cli/run-options.ts'
import { eventsOf } from '../cli/events-of.ts'
import { requestFrom, requestOf } from '../cli/request.ts'
import { contractsIn } from '../cli/selection.ts'
import { subjectsOf } from '../cli/subjects-of.ts'
import { UsageError } from '../cli/usage-error.ts'
import type { Config } from '../config/config.ts'
import type { Event } from '../model/event.ts'
import { homeFor } from './home-for.ts'
import type { Surroundings } from './surroundings.ts'

/** What is judged, and how: all that a configuration may say but reports, which are made from the events. */
export interface RunOptions extends Surroundings, Omit<Config, 'reports'> {
  /** Ends the run early: cases that are under way finish, and the last event says that it was interrupted. */
  readonly signal?: AbortSignal
  /** What the SDK sees as `process.env`; values that look secret by their names are in no event. Default: our own. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

/**
 * Judges SDKs and backends, as `base44-conformance run` does, and yields what it finds as it finds it: a `header`, a `case` for each
 * row of each contract on each subject in the order of the plan, and a `footer` with `totals` and `exitCode`. A broken
 * promise is an event, never an error. Leaving the loop early ends the run. Secrets are replaced in what is yielded.
 *
 * @throws {UsageError} for options, configurations and contracts that are wrong, with every mistake in `problems`
 * @throws {SubjectError} for an SDK or a backend that cannot be found, fetched or started
 * @example
 * for await (const event of run({ sdk: './', suite: 'smoke' })) {
 *   if (event.kind === 'footer') process.exitCode = event.exitCode
 * }
 */
export async function* run(options: RunOptions = {}): AsyncGenerator<Event, void, undefined> {
  const { cwd = process.cwd(), config, signal, environment = process.env, ...own } = options
  refuseReports(own)
  const home = await homeFor({ cwd, config, own })
  const surroundings = {
    cwd,
    environment: environment as NodeJS.ProcessEnv,
    signal: signal ?? new AbortController().signal,
    runtimeVersion: process.versions.node,
  }
  const flags = requestFrom(own, { folder: cwd, cwd })
  const request = requestOf({ flags, project: home.project, cwd })
  const corpus = await corpusOf(home)
  const selected = selectionsFor(request, corpus)
  const at = { console: surroundings, home, say: () => undefined }
  const sdks = seatsOf(request).includes('sdk') ? await subjectsOf(request, at) : []
  const contracts = contractsIn(selected.selections)
  const backends = await backendsOf({ request, contracts, suites: corpus.suites, ...at })
  const subjects = [...sdks, ...backends.subjects]
  try {
    const { ended } = backends
    yield* eventsOf(optionsOf({ request, flags, corpus, ...selected, subjects, ended, surroundings, home }), home)
  } finally {
    await backends.stop()
  }
}

/** A program without types may ask for what would be ignored. */
function refuseReports(own: object): void {
  if (!('reports' in own)) return
  throw new UsageError('called run() with `reports`: it writes none. Make them from its events, with renderReport().')
}
