import type { SeenDeviation } from '../../fold.ts'
import { counted } from '../../quantity.ts'
import { sayKeeping } from '../../say-keeping.ts'
import { visible } from '../../visible.ts'
import { flow, hang, indent, wrap } from '../../wrap.ts'
import { explainLine } from '../../command-lines.ts'
import { liesWith, ownerWords } from '../../words.ts'
import { heading, type Page } from './page.ts'

/** Promises that are known not to be kept: always listed. Under each promise, a line for each way it is broken. */
export function deviations(page: Page): string[] {
  const { report, ink, width } = page
  if (report.deviations.length === 0) return []
  const [others, routed] = [report.deviations.filter(isOfPromise), report.deviations.filter((one) => !isOfPromise(one))]
  const byPromise = Map.groupBy(others, ({ event }) => JSON.stringify([event.contract.id, event.subject]))
  const byRoute = Map.groupBy(routed, ({ deviation, event }) => JSON.stringify([deviation.id, event.subject]))
  const entries = [...byPromise.values()].flatMap((seen) => {
    const promise = wrap(visible((seen[0] as SeenDeviation).event.contract.title), width - 2)
    const [first = '', ...rest] = promise
    const ways = seen.flatMap((each) => flow(sayWay(each), width - 4))
    return [`${ink.yellow('≈')} ${first}`, ...indent(rest, 2), ...indent(ways.map(ink.dim), 4)]
  })
  const owners = [...new Set(report.deviations.map(({ owner }) => ownerWords[owner].name))].join(' and ')
  const title = `${counted(others.length + byRoute.size, 'known deviation')} of ${owners}`
  return [
    heading(title, page, ink.yellow),
    '',
    ...entries,
    ...[...byRoute.values()].flatMap((seen) => route(seen, page)),
  ]
}

function isOfPromise({ deviation }: SeenDeviation): boolean {
  return deviation.route === undefined
}

/** What a backend hands on at one route is told once, however many promises meet it. */
function route(seen: readonly SeenDeviation[], { ink, width }: Page): string[] {
  const [{ deviation }] = seen as [SeenDeviation]
  const how = [visible(deviation.instead), ...sayKeeping(deviation), `explain ${visible(deviation.id)}`]
  return [
    `${ink.yellow('≈')} ${visible(deviation.route ?? '')} ${ink.dim(`in ${counted(seen.length, 'case')}`)}`,
    ...indent(flow(how, width - 4).map(ink.dim), 4),
  ]
}

/** What is seen instead, and where to read more. */
function sayWay({ deviation, event }: SeenDeviation): string[] {
  const row = event.contract.row === undefined ? '' : `${visible(event.contract.row)}: `
  return [`${row}${visible(deviation.instead)}`, ...sayKeeping(deviation), `explain ${visible(deviation.id)}`]
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
    'have deviations prune remove it; if it fails otherwise, that is listed above.'
  )
}

function expiredAdvice({ deviation }: SeenDeviation): string {
  const until = deviation.until === undefined ? 'has passed' : `(${visible(deviation.until)}) has passed`
  return `Its date ${until}. Have the promise kept, or look at it again and set a later date.${dealtWith(deviation)}`
}

function dealtWith({ owner, link }: SeenDeviation['deviation']): string {
  const by = owner === undefined ? '' : ` Its owner is ${visible(owner)}.`
  return link === undefined ? by : `${by} It is being dealt with at ${visible(link)}`
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
    ...indent(hang(`→ It ${liesWith(each.owner)}. ${advice(each)}`, { width: width - 2 }), 2),
    `  ${ink.dim(explainLine(each.event))}`,
  ])
  return [heading(counted(seen.length, `${title} deviation`), page, ink.red), ...entries]
}
