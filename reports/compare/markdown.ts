import type { Violation } from '../../harness/model/verdict.ts'
import { capital, count, counted } from '../quantity.ts'
import { code, fenced, prose } from '../reporters/markdown/inert.ts'
import { mostCharacters } from '../reporters/markdown.ts'
import { sayRows } from '../reporters/terminal/alike.ts'
import { showMismatch, type ShownMismatch } from '../show-mismatch.ts'
import { changeKinds } from './change-of.ts'
import type { Change, Comparison } from './compare-runs.ts'
import { groupAlikeChanges } from './group-alike.ts'
import { headOf } from './head.ts'
import { identityOfChange } from './identity.ts'
import { sidesOf, type Side } from './sides.ts'
import { comparisonVerdict } from './verdict.ts'
import { changeWords } from './words.ts'

/** The comparison for an issue or a pull request. What does not fit into one is counted. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { mark, sentence } = comparisonVerdict(comparison)
  const head = headOf(comparison).map(({ label, text }) => `- ${label}: ${prose(text)}`)
  let text = [`### ${mark} ${sentence}`, '', ...head].join('\n')
  let cut = 0
  for (const part of changeKinds.flatMap((kind) => partsOf(kind, comparison))) {
    // The rest of the room is for the sentence that says what was cut.
    if (text.length + part.text.length + 200 <= mostCharacters) text += `\n\n${part.text}`
    else cut += part.cases
  }
  return cut === 0
    ? `${text}\n`
    : `${text}\n\n… ${counted(cut, 'further case')} left out: no room. \`--as json\` names them all.\n`
}

interface Part {
  readonly text: string
  /** Cases that are lost with it. */
  readonly cases: number
}

function partsOf(kind: Change['kind'], comparison: Comparison): Part[] {
  const own = comparison.changes.filter((change) => change.kind === kind)
  const { name, meaning } = changeWords[kind]
  const several = comparison.subjects.length > 1
  const heading = [`#### ${count(own.length)} ${name}`, '', `${capital(meaning)}.`, ''].join('\n')
  return groupAlikeChanges(own).map((group, index) => ({
    text: `${index === 0 ? `${heading}\n` : ''}${block(group, { several }).join('\n')}`,
    cases: group.length,
  }))
}

function block(group: readonly Change[], { several }: { several: boolean }): string[] {
  const [change] = group
  if (change === undefined) return []
  const rows = group.length === 1 ? undefined : sayRows(group)
  const [id = '', ...rest] = identityOfChange(change, { rows, several })
  return [
    `##### ${changeWords[change.kind].mark} ${prose(change.contract.title)}`,
    '',
    [code(id), ...rest.map(prose)].join(' · '),
    ...sidesOf(change).flatMap(sideLines),
  ]
}

function sideLines({ label, said, violations }: Side): string[] {
  return ['', `${label}: ${prose(said)}`, ...violations.slice(0, mostViolations).flatMap(evidence)]
}

const mostViolations = 3
const width = 100

function evidence({ step, mismatch }: Violation): string[] {
  const shown = showMismatch(mismatch, { width })
  return ['', prose(`In step ${step + 1}, ${shown.sentence}.`), '', ...fenced(diffLines(shown), 'diff')]
}

function diffLines({ diff, expected, observed }: ShownMismatch): string[] {
  if (diff !== undefined) return diff.map(({ text }) => text)
  return [...expected.map((line) => `- ${line}`), ...observed.map((line) => `+ ${line}`)]
}
