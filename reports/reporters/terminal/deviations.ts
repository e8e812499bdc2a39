import type { SeenDeviation } from '../../fold.ts'
import { counted } from '../../quantity.ts'
import { visible } from '../../visible.ts'
import { flow, hang, indent, wrap } from '../../wrap.ts'
import { sayRows } from './alike.ts'
import { explainLine } from './commands.ts'
import { heading, type Page } from './page.ts'

/** Promises that are known not to be kept: always listed, one line each where the terminal is wide enough. */
export function deviations(page: Page): string[] {
  const { report, ink, width } = page
  if (report.deviations.length === 0) return []
  const alike = Map.groupBy(report.deviations, ({ deviation, event }) =>
    JSON.stringify([event.contract.id, event.subject, deviation.instead]),
  )
  const entries = [...alike.values()].flatMap((seen) => {
    const [promise = '', ...rest] = flow(saySeen(seen), width - 2)
    return [`${ink.yellow('≈')} ${promise}`, ...indent(rest.map(ink.dim), 2)]
  })
  return [heading(counted(report.deviations.length, 'known deviation'), page, ink.yellow), '', ...entries]
}

/** The promise, what is seen instead, and where to read more; rows of which the same is recorded together. */
function saySeen(seen: readonly SeenDeviation[]): string[] {
  const [first] = seen
  if (first === undefined) return []
  const { deviation, event } = first
  const rows = sayRows(seen.map((each) => each.event))
  const promise = visible(event.contract.title) + (rows === undefined ? '' : ` (${rows})`)
  return [promise, `→ ${visible(deviation.instead)}`, explainLine(event)]
}

/** Entries that say what is no longer so: red, until somebody looks at them. */
export function outdated(page: Page): string[] {
  const { stale, expired } = page.report
  return [
    ...list({ seen: stale, title: 'stale', advice: staleAdvice, page }),
    ...(stale.length > 0 && expired.length > 0 ? [''] : []),
    ...list({ seen: expired, title: 'expired', advice: expiredAdvice, page }),
  ]
}

function staleAdvice(): string {
  return (
    'Its witness no longer fails in the recorded way. If the promise holds now, end the range of the entry or ' +
    'remove it (base44-conformance deviations prune); if it fails otherwise, that is listed above.'
  )
}

function expiredAdvice({ deviation }: SeenDeviation): string {
  const until = deviation.until === undefined ? 'has passed' : `(${visible(deviation.until)}) has passed`
  return `Its date ${until}. Have the promise kept, or look at it again and set a later date.`
}

interface List {
  readonly seen: readonly SeenDeviation[]
  readonly title: string
  readonly advice: (seen: SeenDeviation) => string
  readonly page: Page
}

function list({ seen, title, advice, page }: List): string[] {
  const { ink, width } = page
  if (seen.length === 0) return []
  const entries = seen.flatMap((each) => [
    '',
    `${ink.red('✗')} ${visible(each.deviation.id)}`,
    ...indent(wrap(visible(each.event.contract.title), width - 2).map(ink.dim), 2),
    ...indent(hang(`→ ${advice(each)}`, { width: width - 2 }), 2),
    `  ${ink.dim(explainLine(each.event))}`,
  ])
  return [heading(counted(seen.length, `${title} deviation`), page, ink.red), ...entries]
}
