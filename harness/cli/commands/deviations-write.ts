import { isDeepStrictEqual } from 'node:util'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract } from '../../model/contract.ts'
import { toPlain } from '../../language/plain.ts'
import { describeProblem } from '../../load/describe-problem.ts'
import type { Console } from '../console.ts'
import { chosenFindings } from '../deviations/chosen-findings.ts'
import type { Draft, Keeping } from '../deviations/draft.ts'
import { entriesFolder, type EntriesFolder } from '../deviations/entries-folder.ts'
import { entryName } from '../deviations/entry-name.ts'
import { entryText } from '../deviations/entry-text.ts'
import { findUnrecorded } from '../deviations/find-unrecorded.ts'
import { knownContracts, readEntry, recordedEntries } from '../deviations/recorded-entries.ts'
import { sayWritten, type Written } from '../deviations/say-written.ts'
import type { Home } from '../home.ts'
import { readLog } from '../kept-logs.ts'
import { UsageError } from '../usage-error.ts'

/** What `deviations write` may be asked. */
export interface WriteRequest extends Keeping {
  readonly log?: string
  /** The folder to write to. */
  readonly to?: string
  readonly dryRun?: boolean
}

/** Records what the last run found and nothing is known of: a file for each way of failing. */
export async function deviationsWriteCommand({
  names,
  request,
  console,
  home,
}: {
  names: readonly string[]
  request: WriteRequest
  console: Console
  home: Home
}): Promise<number> {
  const { cwd, stdout, stderr } = console
  const folder = entriesFolder({ named: request.to, cwd, home })
  const { path: log, report } = readLog({ path: request.log, cwd })
  const chosen = chosenFindings({ report, names, log })
  const { contracts, all } = await recordedEntries({ home, folder })
  const found = findUnrecorded({ report, findings: chosen.findings, recorded: all })
  const drafts = found.flatMap((one) => (one.kind === 'draft' ? [one.draft] : []))
  const files = named(drafts, folder).map((file) => ({ ...file, text: entryText(file.draft, keepingOf(request)) }))
  const checked = files.map((file): Written => ({ ...file, ...refusal({ ...file, folder, contracts }) }))
  const sound = checked.filter(({ refused }) => refused === undefined)
  if (request.dryRun === true) {
    for (const { name, text } of sound) stdout.write(`# ${folder.shown}/${name}.yaml\n---\n${text}`)
  } else write(sound, folder)
  stderr.write(sayWritten({ files: checked, found, chosen, folder, log, report, dryRun: request.dryRun === true }))
  const impossible = found.some(({ kind }) => ['redacted', 'same-version', 'does-not-load'].includes(kind))
  return impossible || sound.length < checked.length ? 1 : 0
}

function keepingOf({ link, owner, until }: WriteRequest): Keeping {
  return {
    ...(link !== undefined && { link }),
    ...(owner !== undefined && { owner }),
    ...(until !== undefined && { until }),
  }
}

function named(drafts: readonly Draft[], folder: EntriesFolder): { draft: Draft; name: string }[] {
  const taken = new Set(namesIn(folder))
  return drafts.map((draft) => {
    const name = entryName(draft, taken)
    taken.add(name)
    return { draft, name }
  })
}

/** Files count by what stands before their first dot: a script is named like its cause. */
function namesIn({ path }: EntriesFolder): string[] {
  const files = existsSync(path) ? readdirSync(path) : []
  return files.map((file) => file.toLowerCase().replace(/\..*$/, ''))
}

/** An entry that the loader would not read back as it is meant is none: why. */
function refusal({
  name,
  text,
  draft,
  folder,
  contracts,
}: Written & { folder: EntriesFolder; contracts: readonly Contract[] }): Pick<Written, 'refused'> {
  const known = knownContracts(contracts)
  const read = readEntry({ file: `${folder.shown}/${name}.yaml`, text, folder, known })
  const mistake = read.problems.find(({ unfinished }) => unfinished !== true)
  if (mistake !== undefined) return { refused: describeProblem(mistake) }
  const same = isDeepStrictEqual(read.unfinished?.witness, toPlain(draft.witness))
  return same ? {} : { refused: 'its counterexample cannot be written down without a change' }
}

function write(files: readonly Written[], { path }: EntriesFolder): void {
  if (files.length === 0) return
  try {
    mkdirSync(path, { recursive: true })
    for (const { name, text } of files) writeFileSync(join(path, `${name}.yaml`), text, { flag: 'wx' })
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException
    throw new UsageError(`wrote deviations to ${path}: it cannot be written (${code}). Name another folder with --to.`)
  }
}
