import { commonCauses } from '../../common-cause.ts'
import type { Result } from '../../fold.ts'
import { count, counted } from '../../quantity.ts'
import { visible } from '../../visible.ts'
import { flow, hang, indent, wrap } from '../../wrap.ts'
import { liesWith, ownerWords } from '../../words.ts'
import { heading, type Page } from './page.ts'

/** Cases that could not be judged, why, and what to do about it. Those with one reason stand together. */
export function untestable(page: Page): string[] {
  const { report, ink } = page
  const found = report.results.filter((result) => result.class === 'untestable')
  if (found.length === 0) return []
  const whole = new Set(commonCauses(report.results).flatMap((cause) => cause.results))
  const groups = Map.groupBy(found, ({ event }) => JSON.stringify([event.result.reason, event.result.owner]))
  const blocks = [...groups.values()].flatMap((group) => [
    '',
    ...showGroup(group, { page, whole: whole.has(group[0] as Result) }),
  ])
  return [heading(`${count(found.length)} untestable`, page, ink.red), ...blocks]
}

/** Enough to see what they have in common. */
const mostNamed = 5

function showGroup(group: readonly Result[], { page, whole }: { page: Page; whole: boolean }): string[] {
  const { ink, width } = page
  const [first] = group
  if (first === undefined) return []
  const { reason = 'no reason was given', owner = 'environment' } = first.event.result
  const why = wrap(visible(reason), width - 2)
  const advice = indent(hang(`→ It ${liesWith(owner)}. ${ownerWords[owner].advice}`, { width: width - 2 }), 2)
  if (group.length === 1) return [...showCase(first, page), ...indent(why, 2), ...advice]
  const named = whole ? [] : group.slice(0, mostNamed)
  const left = group.length - named.length
  return [
    `${ink.red('?')} ${why[0]}`,
    ...indent(why.slice(1), 2),
    ...advice,
    ...named.map(({ event }) => `    ${ink.dim(visible(event.id))}`),
    ...(left === 0 ? [] : [ink.dim(`    ${whole ? 'every case that ran: ' : 'and '}${counted(left, 'case')}`)]),
  ]
}

function showCase({ event }: Result, { ink, width }: Page): string[] {
  const [title = '', ...rest] = wrap(visible(event.contract.title), width - 2)
  const identity = flow([visible(event.id), `(${place(event.contract)})`], width - 2)
  return [`${ink.red('?')} ${ink.bold(title)}`, ...indent(rest.map(ink.bold), 2), ...indent(identity.map(ink.dim), 2)]
}

function place({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${visible(file)}:${line}`
}
