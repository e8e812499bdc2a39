import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Contract, Row } from '../../model/contract.ts'
import type { Corpus } from '../../model/corpus.ts'
import type { Deviation } from '../../model/deviation.ts'
import { laneOf } from '../../plan/plan-cases.ts'
import type { Repro } from '../../repro/write-repro.ts'
import { writeRepro } from '../../repro/write-repro.ts'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import { findViolation, type FoundViolation } from '../find-violation.ts'
import type { Home } from '../home.ts'
import { readLog } from '../kept-logs.ts'
import { reproByHand } from '../repro-by-hand.ts'
import { evidenceOf, installOf, withoutMarks } from '../repro-evidence.ts'
import { runWitness } from '../run-witness.ts'
import { subjectsOf } from '../subjects-of.ts'
import { UsageError } from '../usage-error.ts'

/** What `repro` may be asked. */
export interface ReproCommandRequest {
  readonly id: string
  readonly log?: string
  readonly sdk?: string
  readonly out?: string
}

/** Writes the script that shows one violation with nothing but the SDK and Node; of a backend, one that somebody wrote. */
export async function reproCommand({
  request,
  console,
  home,
}: {
  request: ReproCommandRequest
  console: Console
  home: Home
}): Promise<number> {
  const corpus = await corpusOf(home)
  const deviation = corpus.deviations.find(({ id }) => id === request.id)
  if (deviation?.backend !== undefined) return handOverByHand({ deviation, request, console, home })
  const found =
    deviation === undefined
      ? inLog({ request, corpus, console })
      : await asWitnessed({ deviation, request, corpus, console, home })
  if (found.kind === 'kept') {
    console.stderr.write(`${found.why}\n`)
    return 3
  }
  const repro = scriptOf({ found, corpus, request, console, home })
  if (repro.kind === 'not-expressible') {
    throw new UsageError(
      `wrote the script for ${found.event.id}: it cannot be written, since ${repro.why}. The violation itself stands: base44-conformance run --contract '${found.event.id}'`,
    )
  }
  const how = `npm init -y && npm install ${installOf(found.subject)} && node ${fileOf(request)}`
  handOver({ text: repro.text, how, request, console })
  return 0
}

interface Found extends FoundViolation {
  readonly kind: 'found'
  readonly subject: { readonly id: string; readonly version: string; readonly node: string }
  readonly statements: Readonly<Record<string, { document: string; section: string; quote: string }>>
}

type Looked = Found | { readonly kind: 'kept'; readonly why: string }

function inLog({
  request,
  corpus,
  console,
}: {
  request: ReproCommandRequest
  corpus: Corpus
  console: Console
}): Looked {
  const log = readLog({ path: request.log, cwd: console.cwd })
  const found = findViolation({ id: request.id, log, sdk: request.sdk })
  const judged = log.report.header.subjects.find(({ id }) => id === found.event.subject)
  if (judged?.kind === 'backend') throw noScriptOf(judged.id, found)
  const subject = { id: found.event.subject, version: judged?.version ?? '', node: judged?.runtimeVersion ?? '' }
  return { kind: 'found', ...found, subject, statements: statementsOf(corpus) }
}

/** A script plays the platform, which of a backend would show nothing: it would have to play the SDK and the functions. */
function noScriptOf(backend: string, { event, violation }: FoundViolation): UsageError {
  return new UsageError(
    `wrote the script for ${event.id}: none is written for backends yet, and ${backend} is one. What it was asked and what it answered stands in the report: base44-conformance report. Exactly this again: base44-conformance run --backend '${backend}' --replay ${violation.replay}`,
  )
}

async function asWitnessed({
  deviation,
  request,
  corpus,
  console,
  home,
}: {
  deviation: Deviation
  request: ReproCommandRequest
  corpus: Corpus
  console: Console
  home: Home
}): Promise<Looked> {
  const say = (text: string): void => console.stderr.write(`${text}\n`)
  const sdk = request.sdk === undefined ? [] : [request.sdk]
  const [subject] = await subjectsOf({ sdk }, { console, home, say })
  if (subject === undefined) throw new Error('there is always a subject')
  const event = await runWitness({ deviation, corpus, subject, console, home })
  const violation = event?.result.violations.find(({ fingerprint }) => fingerprint === deviation.fingerprint)
  if (event === undefined || violation === undefined) {
    const seen = event?.result.violations.map(({ fingerprint }) => `it fails as ${fingerprint}`) ?? []
    const what = seen.join(', ') || event?.result.reason || 'the promise is kept'
    const why = `${deviation.id} cannot be shown with ${subject.id}: its witness does not fail as recorded (${what}).`
    return { kind: 'kept', why }
  }
  const { id, version, runtimeVersion: node } = subject
  return { kind: 'found', event, violation, subject: { id, version, node }, statements: statementsOf(corpus) }
}

function statementsOf({ statements }: Corpus): Found['statements'] {
  return Object.fromEntries(statements.map(({ id, document, section, quote }) => [id, { document, section, quote }]))
}

function scriptOf({
  found,
  corpus,
  request,
  console,
  home,
}: {
  found: Found
  corpus: Corpus
  request: ReproCommandRequest
  console: Console
  home: Home
}): Repro {
  const { contract, row } = caseOf(found, corpus)
  const { counterexample, step, mismatch } = withoutMarks(found, console)
  return writeRepro({
    contract,
    row,
    draw: counterexample,
    step,
    mismatch,
    wire: corpus.wire,
    lane: laneOf(contract),
    fixture: (path) => readFileSync(join(home.fixtures, path)),
    evidence: evidenceOf({
      ...found,
      violation: { ...found.violation, mismatch },
      id: request.id,
      version: home.version,
    }),
  })
}

/** The contract as it stands now; a log may be older. */
function caseOf({ event, violation }: Found, { contracts }: Corpus): { contract: Contract; row: Row } {
  const contract = contracts.find(({ id }) => id === event.contract.id)
  const row = contract?.rows.find(({ name }) => name === event.contract.row)
  if (contract !== undefined && row !== undefined && violation.step < contract.steps.length) return { contract, row }
  throw new UsageError(
    `looked for ${event.id} among the contracts: it is not there as it was in that run. Run it again: base44-conformance run`,
  )
}

function handOverByHand({
  deviation,
  request,
  console,
  home,
}: {
  deviation: Deviation
  request: ReproCommandRequest
  console: Console
  home: Home
}): number {
  const { text, place, backend } = reproByHand(deviation, home)
  const install = text.includes("from '@base44/sdk'") ? 'npm init -y && npm install @base44/sdk && ' : ''
  const run = `${install}node ${fileOf(request)} <address of ${backend}> <app id>`
  const how = `${run}\nIt lies in ${place}; the README.md there says how to start ${backend} for it.`
  handOver({ text, how, request, console })
  return 0
}

function fileOf({ out = 'repro.mjs' }: ReproCommandRequest): string {
  return out
}

/** The script to where it is wanted, and beside it, for people, how to run it. */
function handOver({
  text,
  how,
  request: { out },
  console: { stdout, stderr, cwd },
}: {
  text: string
  how: string
  request: ReproCommandRequest
  console: Console
}): void {
  if (out === undefined) {
    stdout.write(text)
    stderr.write(`Save it as repro.mjs in an empty folder, then: ${how}\n`)
    return
  }
  try {
    writeFileSync(resolve(cwd, out), text)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new UsageError(`wrote the script to ${out}: it cannot be written (${code}). Name a file that can be.`)
  }
  stderr.write(`Wrote ${out}. In an empty folder: ${how}\n`)
}
