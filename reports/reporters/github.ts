import { aboutTheRun, type AboutTheRun } from '../about-the-run.ts'
import type { Report, Result } from '../fold.ts'
import { capital } from '../quantity.ts'
import { liesWith, ownerWords } from '../words.ts'
import { findingLines } from './github/finding-lines.ts'
import { workflowCommand, type Annotation } from './github/command.ts'
import { renderMarkdown } from './markdown.ts'
import { reportAtEnd, type Reporter, type ReporterOptions, type Sink } from './reporter.ts'
import { groupAlike } from './terminal/alike.ts'
import { pageFor, type Page } from './terminal/page.ts'
import { redBlocks, type RedBlock } from './terminal/red-blocks.ts'

/**
 * Annotations for GitHub Actions, as workflow commands, and the markdown report on the summary page of the step where
 * there is one. Of each level GitHub shows ten a step: what says the same is said once, what is red about the run first.
 */
export function githubReporter(sink: Sink, { summary }: Pick<ReporterOptions, 'summary'>): Reporter {
  return reportAtEnd(sink, (report) => {
    summary?.write(renderMarkdown(report))
    return renderGithub(report)
  })
}

export function renderGithub(report: Report): string {
  return annotationsOf(report).map(workflowCommand).join('')
}

function annotationsOf(report: Report): Annotation[] {
  const page = pageFor(report, { colour: false, width: 100 })
  return [
    ...aboutTheRun(report).map(runAnnotation),
    ...redBlocks(page).map((block) => blockAnnotation('error', block, page)),
    ...untestable(report),
    ...warnings(page),
  ]
}

const runLevels: Readonly<Record<AboutTheRun['kind'], Annotation['level']>> = {
  stale: 'notice',
  expired: 'notice',
  lost: 'error',
  'not-run': 'error',
}

function runAnnotation({ kind, name, message, event }: AboutTheRun): Annotation {
  return {
    level: runLevels[kind],
    ...(event && placeOf(event.contract)),
    title: capital(name),
    lines: [`${capital(message)}.`],
  }
}

function blockAnnotation(level: Annotation['level'], block: RedBlock, page: Page): Annotation {
  const { contract } = block.finding.result.event
  return { level, ...placeOf(contract), title: block.said ?? contract.title, lines: findingLines(block, page) }
}

/** Those with one reason are one annotation, at the first of them. */
function untestable({ results }: Report): Annotation[] {
  const found = results.filter((result) => result.class === 'untestable')
  const groups = Map.groupBy(found, ({ event: { result } }) => JSON.stringify([result.reason, result.owner]))
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [untestableAnnotation(first, others)],
  )
}

/** Enough to see what they have in common. */
const mostNamed = 5

function untestableAnnotation({ event }: Result, others: readonly Result[]): Annotation {
  const { reason = 'no reason was given', owner = 'environment' } = event.result
  const named = others.slice(0, mostNamed).map((other) => other.event.id)
  const left = others.length - named.length
  const also = [...named, ...(left === 0 ? [] : [`${left} more`])].join(', ')
  return {
    level: 'error',
    ...placeOf(event.contract),
    title: `Untestable: ${event.contract.title}`,
    lines: [
      event.id,
      reason,
      `It ${liesWith(owner)}. ${ownerWords[owner].advice}`,
      ...(also === '' ? [] : [`Just so: ${also}`]),
    ],
  }
}

/** A strict run has its warnings among what is red. */
function warnings(page: Page): Annotation[] {
  const { header, violations } = page.report
  if (header.strict === true) return []
  const found = violations.filter(({ result }) => result.class === 'warning')
  return groupAlike(found).flatMap(([finding, ...alike]) =>
    finding === undefined ? [] : [blockAnnotation('warning', { finding, alike }, page)],
  )
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }): Pick<Annotation, 'file' | 'line'> {
  return { file, line }
}
