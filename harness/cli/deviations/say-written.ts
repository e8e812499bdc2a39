import { counted } from '../../../reports/quantity.ts'
import type { Report } from '../../../reports/fold.ts'
import { visible } from '../../../reports/visible.ts'
import type { Chosen } from './chosen-findings.ts'
import type { Draft } from './draft.ts'
import type { EntriesFolder } from './entries-folder.ts'
import type { Unrecorded } from './find-unrecorded.ts'

/** A file as it is, or would be, written. */
export interface Written {
  readonly draft: Draft
  /** Without its `.yaml`. */
  readonly name: string
  readonly text: string
  /** Why it is not written after all. */
  readonly refused?: string
}

/** What was recorded, what was not and why, and what to do next. */
export function sayWritten({
  files,
  found,
  chosen,
  folder,
  log,
  report,
  dryRun,
}: {
  files: readonly Written[]
  found: readonly Unrecorded[]
  chosen: Chosen
  folder: EntriesFolder
  log: string
  report: Report
  dryRun: boolean
}): string {
  const sound = files.filter(({ refused }) => refused === undefined)
  const lines = [
    ...headline({ sound, folder, log, dryRun }),
    ...sound.map(({ name, draft }) => `  ${name}.yaml  ${caseOf(draft)}`),
    ...(report.incomplete === undefined
      ? []
      : ['! That run did not get to its end: what it did not judge is not here.']),
    ...files.flatMap(({ draft, refused }) =>
      refused === undefined ? [] : [`✗ ${caseOf(draft)}: not recorded. ${refused}`],
    ),
    ...found.flatMap((one) => sentences[one.kind](one as never)),
    ...chosen.without.map(({ id }) => `· ${visible(id)}: nothing unexpected there, so nothing to record`),
    ...(chosen.noted === 0
      ? []
      : [
          `· ${counted(chosen.noted, 'finding is', 'findings are')} only noted and turn no run red: name a case to record one`,
        ]),
    ...(sound.length === 0 ? [] : next(folder)),
  ]
  return `${[...new Set(lines)].join('\n')}\n`
}

function headline({
  sound,
  folder,
  log,
  dryRun,
}: {
  sound: readonly Written[]
  folder: EntriesFolder
  log: string
  dryRun: boolean
}): string[] {
  if (sound.length === 0) return [`Nothing to write: ${log} tells of no violation that can be recorded and is not.`]
  const wrote = dryRun ? 'Would write' : 'Wrote'
  return [`${wrote} ${counted(sound.length, 'deviation')} to ${folder.shown}, from ${log}:`]
}

function next({ shown, heard }: EntriesFolder): string[] {
  return [
    '→ Say in each why it is accepted (reason) and how you saw it (seen): until then, run and check refuse it.',
    ...(heard ? [] : [`→ Have run look there: deviations: ['./${shown}'] in base44-conformance.config.js`]),
  ]
}

type Sentences = { readonly [Kind in Unrecorded['kind']]: (one: Extract<Unrecorded, { kind: Kind }>) => string[] }

const sentences: Sentences = {
  draft: () => [],
  recorded: ({ case: id, id: entry }) => [`· ${visible(id)}: recorded already, as ${entry}`],
  'other-versions': ({ case: id, id: entry, sdk }) => [
    `· ${visible(id)}: recorded for other versions, as ${entry}. Widen its range if it is the same: sdk: '${sdk}'`,
  ],
  redacted: ({ case: id }) => [
    `✗ ${visible(id)}: not recorded. A secret was taken out of its counterexample when the log was written, so the log's is not the one that fails. Run it again where no secret of the environment is drawn.`,
  ],
  'same-version': ({ case: id, version, subject }) => [
    `✗ ${visible(id)}: not recorded. ${visible(subject)} is ${version} too and does not fail so, and a range cannot tell them apart. Give one of them a version of its own.`,
  ],
  'does-not-load': ({ subject }) => [
    `✗ Nothing of ${visible(subject)} is recorded: it does not load, so nothing was seen that could be accepted.`,
  ],
}

function caseOf({ contract, row }: Draft): string {
  return visible(row === undefined ? contract : `${contract}#${row}`)
}
