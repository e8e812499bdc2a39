import type { CaseEvent } from '../../../harness/model/event.ts'
import type { Finding } from '../../fold.ts'
import { explainLine, replayLine } from '../../command-lines.ts'
import { capital } from '../../quantity.ts'
import { showMismatch, type ShownMismatch } from '../../show-mismatch.ts'
import type { Page } from '../terminal/page.ts'
import type { RedBlock } from '../terminal/red-blocks.ts'
import { counterexample, identityOf, others, placed, statementsOf, wire } from '../terminal/violation.ts'
import { code, fenced, prose } from './inert.ts'

/** A violation for whoever reads an issue: the promise, what was seen instead, how to see it again. */
export function violationBlock({ finding, alike, said }: RedBlock, page: Page, { exchanges }: Detail): string[] {
  const { event } = finding.result
  const [id = '', ...rest] = identityOf(event, page)
  return [
    `#### ✗ ${prose(said ?? event.contract.title)}`,
    '',
    [code(id), ...rest.map(prose)].join(' · '),
    ...quotes(event, page),
    ...difference(finding),
    ...apart(placed(finding.violation, page).map(prose)),
    ...drawn(finding, page),
    ...apart(others(alike, page).map(prose)),
    ...(exchanges ? onTheWire(finding, page) : []),
    '',
    ...fenced([`npx ${replayLine(finding.violation, event, page.report.header)}`, `npx ${explainLine(event)}`], 'sh'),
  ]
}

function apart(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}

export interface Detail {
  /** Whether what went over the wire is shown, too. */
  readonly exchanges: boolean
}

/** Two quotes that touch would be one: an empty line of the same quote stands between them. */
function quotes(event: CaseEvent, { report }: Page): string[] {
  const cited = statementsOf(event, report.header).map(({ id, statement }) =>
    statement === undefined
      ? [`> **${prose(id)}**`]
      : [
          `> **${prose(id)}** ${prose(statement.document)}, ${prose(statement.section)}<br>`,
          `> “${prose(statement.quote)}”`,
        ],
  )
  return cited.length === 0 ? [] : ['', ...cited.flatMap((lines, index) => (index === 0 ? lines : ['>', ...lines]))]
}

const width = 100

function difference({ violation: { step, mismatch } }: Finding): string[] {
  const shown = showMismatch(mismatch, { width })
  const where =
    mismatch.observedClass === 'load' ? `${capital(shown.sentence)}.` : `In step ${step + 1}, ${shown.sentence}.`
  const note = shown.note === undefined ? [] : ['', `${prose(capital(shown.note))}.`]
  return ['', prose(where), '', ...fenced(diffLines(shown), 'diff'), ...note]
}

function diffLines({ diff, expected, observed }: ShownMismatch): string[] {
  if (diff !== undefined) return diff.map(({ text }) => text)
  return [...expected.map((line) => `- ${line}`), ...observed.map((line) => `+ ${line}`)]
}

function drawn({ result: { event }, violation }: Finding, page: Page): string[] {
  const lines = counterexample({ event, violation }, page)
  const values = lines.filter((line) => line.startsWith('  ')).map((line) => line.slice(2))
  const title = lines.filter((line) => !line.startsWith('  ')).join(' ')
  return lines.length === 0
    ? []
    : ['', `${prose(title)}:`, '', ...fenced(values, violation.history === undefined ? 'js' : 'yaml')]
}

function onTheWire({ violation }: Finding, page: Page): string[] {
  const [title, ...lines] = wire(violation, page)
  if (title === undefined) return []
  if (lines.length === 0) return ['', prose(title)]
  const text = lines.map((line) => line.replace(/^ {2}/, ''))
  return ['', `<details><summary>${prose(title)}</summary>`, '', ...fenced(text, 'http'), '', '</details>']
}
