import type { CaseEvent, HeaderEvent, QuotedStatement } from '../../../harness/model/event.ts'
import type { Violation } from '../../../harness/model/verdict.ts'
import type { Finding } from '../../fold.ts'
import { capital, count, counted } from '../../quantity.ts'
import { showExchange, type ExchangeLine } from '../../show-exchange.ts'
import { showHistory } from '../../show-history.ts'
import { showValueLines } from '../../show-value.ts'
import { visible } from '../../visible.ts'
import { indent, wrap } from '../../wrap.ts'
import { levelWords, liesWith, ownerWords, provenanceWords } from '../../words.ts'
import { sayRows } from './alike.ts'
import { explainLine, replayLine } from '../../command-lines.ts'
import { difference } from './difference.ts'
import { labelled } from './labelled.ts'
import type { Ink, Page } from './page.ts'

/** A violation with all its evidence: the promise, what was seen instead, by what, and how to see it again. */
export function showViolation(finding: Finding, page: Page, alike: readonly Finding[] = []): string[] {
  const { ink, width } = page
  const { event } = finding.result
  const [title = '', ...rest] = wrap(visible(event.contract.title), width - 2)
  return [
    `${ink.red('✗')} ${ink.bold(title)}`,
    ...indent(rest.map(ink.bold), 2),
    ...indent(wrap(identityOf(event, page).join(' · '), width - 2).map(ink.dim), 2),
    ...apart(indent(quotes(event, page), 2)),
    ...showEvidence(finding, page),
    ...apart(indent(others(alike, page), 2)),
    ...showCommands(finding, page),
  ]
}

/** What was seen, whatever was promised. */
export function showEvidence({ result: { event }, violation }: Finding, page: Page): string[] {
  return [
    ...apart(indent(difference(violation, page), 2)),
    ...apart(indent(placed(violation, page), 2)),
    ...apart(indent(counterexample({ event, violation }, page), 2)),
    ...apart(indent(wire(violation, page), 2)),
  ]
}

/** Which seat of a backend's run broke it, and how that is known. */
export function placed({ blame }: Violation, { width }: Page): string[] {
  if (blame === undefined) return []
  return wrap(`Broken by ${ownerWords[blame.owner].name}: ${visible(blame.where)}.`, width - 2)
}

export function showCommands({ result: { event }, violation }: Finding, { ink, report }: Page): string[] {
  return [
    '',
    `  ${ink.dim('run again')}  ${replayLine(violation, event, report.header)}`,
    `  ${ink.dim('explain')}    ${explainLine(event)}`,
  ]
}

/** The rows of the contract for which there is nothing to add. */
export function others(alike: readonly Finding[], { width }: Page): string[] {
  const rows = sayRows(alike.map(({ result }) => result.event))
  if (rows === undefined) return []
  return wrap(`${capital(rows)} ${rows.startsWith('rows') ? 'fail' : 'fails'} in the same way.`, width - 2)
}

function apart(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}

/** The case's id, and what is not as usual: another owner than the SDK, a level below must, several subjects. */
export function identityOf({ id, subject, contract, result }: CaseEvent, { report }: Page): string[] {
  return [
    visible(id),
    ...(report.header.subjects.length > 1 ? [visible(subject)] : []),
    ...(contract.level === 'must' ? [] : [levelWords[contract.level]]),
    ...(contract.provenance.kind === 'documented' ? [] : [provenanceWords[contract.provenance.kind]]),
    ...(result.owner === undefined ? [] : [liesWith(result.owner)]),
  ]
}

/** Each sentence that was broken, with where it stands. */
function quotes(event: CaseEvent, { ink, width, report }: Page): string[] {
  return statementsOf(event, report.header).flatMap(({ id, statement }) => {
    if (statement === undefined) return [visible(id)]
    const { document, section, quote } = statement
    return [
      `${ink.bold(visible(id))} ${ink.dim(visible(`${document}, ${section}`))}`,
      ...wrap(`“${visible(quote)}”`, width - 4).map((line) => `${ink.dim('│')} ${line}`),
    ]
  })
}

/** What a case cites, with its text where the log has it. */
export function statementsOf(
  { contract }: CaseEvent,
  { statements }: HeaderEvent,
): { readonly id: string; readonly statement: QuotedStatement | undefined }[] {
  return contract.cites.map((id) => ({ id, statement: Object.hasOwn(statements, id) ? statements[id] : undefined }))
}

/** The smallest draw that fails, with what the reader needs to trust it: how it was found, how often it happens. */
export function counterexample({ event, violation }: { event: CaseEvent; violation: Violation }, page: Page): string[] {
  const { ink, width } = page
  const drawn = Object.entries(violation.counterexample)
  if (drawn.length === 0) return []
  const [found, often] = [smallest(violation, page), `(${frequency(event, violation)})`]
  const title = found.length + often.length < width - 2 ? [`${found} ${ink.dim(often)}`] : [found, ink.dim(often)]
  if (violation.history !== undefined) {
    return [...title, ...indent(showHistory(violation.history, { width: width - 4 }), 2)]
  }
  const column = Math.min(16, Math.max(...drawn.map(([name]) => visible(name).length)))
  const values = drawn.flatMap(([name, value]) => {
    const lines = showValueLines(value, { width: width - column - 6 })
    return labelled({ label: visible(name), lines, ink, width: width - 4, column })
  })
  return [...title, ...indent(values, 2)]
}

function smallest({ shrinks, history }: Violation, { report }: Page): string {
  const what = history === undefined ? 'counterexample' : 'history'
  if (report.header.replay !== undefined) return `The ${what} that was run again`
  return shrinks === 0 ? `Smallest ${what}, as it was drawn` : `Smallest ${what}, shrunk ${times(shrinks)}`
}

function times(amount: number): string {
  return amount === 1 ? 'once' : amount === 2 ? 'twice' : `${count(amount)} times`
}

function frequency({ result }: CaseEvent, { draws }: Violation): string {
  const of = Math.max(result.runs, draws)
  if (of === draws) return draws === 1 ? 'the only draw fails' : `all ${count(draws)} draws fail like this`
  return `${count(draws)} of ${counted(of, 'draw')} ${draws === 1 ? 'fails' : 'fail'} like this`
}

/** The last ones: judging stops at the step that failed. */
const mostExchanges = 3
/** In front of a backend and behind it. */
const mostOfBothSeats = 4

export function wire({ exchanges, mismatch }: Violation, { ink, width }: Page): string[] {
  if (exchanges.length === 0) return mismatch.expectation === 'conduct' ? [] : ['Nothing was sent.']
  const shown = exchanges.slice(exchanges.some(({ seat }) => seat !== undefined) ? -mostOfBothSeats : -mostExchanges)
  const left = exchanges.length - shown.length
  const lines = shown.flatMap((exchange, index) => [
    ...(index > 0 ? [''] : []),
    ...showExchange(exchange, { width: width - 4 }).map((line) => paintLine(line, ink)),
  ])
  const earlier = left === 0 ? '' : ink.dim(` (${counted(left, 'earlier exchange')} left out)`)
  return [`On the wire${earlier}`, ...indent(lines, 2)]
}

function paintLine({ role, text }: ExchangeLine, ink: Ink): string {
  if (role === 'start') return ink.cyan(text)
  return role === 'body' || text === '' ? text : ink.dim(text)
}
