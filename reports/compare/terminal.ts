import { explainLine } from '../command-lines.ts'
import { count, counted } from '../quantity.ts'
import { sayRows } from '../reporters/terminal/alike.ts'
import { difference } from '../reporters/terminal/difference.ts'
import { heading, pageFor, type Colour, type Ink, type Page } from '../reporters/terminal/page.ts'
import { visible } from '../visible.ts'
import { hang, indent, wrap } from '../wrap.ts'
import { changeKinds, isRedChange, type ChangeKind } from './change-of.ts'
import type { Change, Comparison } from './compare-runs.ts'
import { groupAlikeChanges } from './group-alike.ts'
import { headOf } from './head.ts'
import { identityOfChange } from './identity.ts'
import { sidesOf, type Side } from './sides.ts'
import { comparisonVerdict } from './verdict.ts'
import { changeWords } from './words.ts'

/** The comparison for people: who was compared, every change with what was seen before and after, the verdict last. */
export function renderComparison(comparison: Comparison, options: { colour: boolean; width: number }): string {
  const page = pageFor(comparison.after, options)
  const parts = [
    headOf(comparison).flatMap(({ label, text }) => labelLine(label, text, page)),
    ...changeKinds.map((kind) => section(kind, comparison, page)),
    verdictLines(comparison, page),
  ].filter((lines) => lines.length > 0)
  return `\n${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** A run that judged less than the other has hundreds of cases to say this of: enough to see what they share. */
const mostBlocks = 40

function section(kind: ChangeKind, { changes, subjects }: Comparison, page: Page): string[] {
  const own = changes.filter((change) => change.kind === kind)
  if (own.length === 0) return []
  const { name, meaning } = changeWords[kind]
  const groups = groupAlikeChanges(own)
  const left = groups.slice(mostBlocks).flat().length
  return [
    heading(`${count(own.length)} ${name}`, page, paintOf(kind, page.ink)),
    page.ink.dim(meaning),
    ...groups.slice(0, mostBlocks).flatMap((group) => ['', ...block(group, { page, several: subjects.length > 1 })]),
    ...(left === 0 ? [] : ['', page.ink.dim(`and ${counted(left, 'further case')}; --as json names them all`)]),
  ]
}

function block(group: readonly Change[], { page, several }: { page: Page; several: boolean }): string[] {
  const [change] = group
  if (change === undefined) return []
  const { ink, width } = page
  const [title = '', ...rest] = wrap(visible(change.contract.title), width - 2)
  const rows = group.length === 1 ? undefined : sayRows(group)
  const identity = identityOfChange(change, { rows, several }).map(visible).join(' · ')
  return [
    `${paintOf(change.kind, ink)(changeWords[change.kind].mark)} ${ink.bold(title)}`,
    ...indent(rest.map(ink.bold), 2),
    ...indent(wrap(identity, width - 2).map(ink.dim), 2),
    ...indent(
      sidesOf(change).flatMap((side) => sideLines(side, page)),
      2,
    ),
    ...(isRedChange(change.kind) ? [`  ${ink.dim('explain')}  ${explainLine(change)}`] : []),
  ]
}

/** Those that a reader wants: more ways of one case are seldom another matter. */
const mostViolations = 3

function sideLines({ label, said, violations }: Side, page: Page): string[] {
  const narrower = { ...page, width: page.width - 4 }
  const left = violations.length - mostViolations
  return [
    ...hang(`${label.padEnd(6)}  ${said}`, { width: page.width - 2, by: 8 }).map((line, index) =>
      index === 0 ? page.ink.dim(line.slice(0, 8)) + line.slice(8) : line,
    ),
    ...indent(
      violations.slice(0, mostViolations).flatMap((violation) => difference(violation, narrower)),
      2,
    ),
    ...(left > 0 ? [page.ink.dim(`  and in ${counted(left, 'further way')}`)] : []),
  ]
}

function labelLine(label: string, text: string, { ink, width }: Page): string[] {
  const [first = '', ...rest] = wrap(visible(text), width - 11)
  return [`  ${ink.dim(label.padEnd(9))}${first}`, ...indent(rest, 11)]
}

function verdictLines(comparison: Comparison, { ink, width }: Page): string[] {
  const { mark, sentence } = comparisonVerdict(comparison)
  const paint = comparison.exitCode === 0 ? ink.green : ink.red
  return [ink.dim('─'.repeat(width)), ...hang(`${mark} ${sentence}`, { width }).map((line) => ink.bold(paint(line)))]
}

function paintOf(kind: ChangeKind, ink: Ink): Colour {
  const colours: Record<ChangeKind, Colour> = {
    broken: ink.red,
    unjudged: ink.red,
    untestable: ink.yellow,
    changed: ink.yellow,
    new: ink.cyan,
    fixed: ink.green,
    gone: ink.dim,
  }
  return colours[kind]
}
