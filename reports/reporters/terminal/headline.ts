import type { SubjectIdentity } from '../../../harness/model/subject.ts'
import { count, counted } from '../../quantity.ts'
import { visible } from '../../visible.ts'
import { indent, wrap } from '../../wrap.ts'
import { paintCounts } from './counts.ts'
import type { Page } from './page.ts'

/** Who was judged, by what, and what came of it. */
export function headline(page: Page): string[] {
  const { report, ink, width } = page
  const { header } = report
  const facts: [string, readonly string[]][] = [
    ...header.subjects.map((subject): [string, string[]] => ['subject', wrap(describe(subject), width - column)]),
    header.replay === undefined
      ? ['suite', wrap(describeSuite(page), width - column)]
      : ['replay', wrap(visible(header.replay), width - column)],
    ['found', paintCounts({ results: report.results, page, width: width - column })],
  ]
  const lines = facts.flatMap(([name, [first = '', ...rest]]) => [
    `  ${ink.dim(name.padEnd(column - 2))}${first}`,
    ...indent(rest, column),
  ])
  return [`${ink.bold('base44-conformance')} ${ink.dim(visible(header.harness))}`, '', ...lines]
}

const column = 11

function describe({ id, version, runtime, runtimeVersion }: SubjectIdentity): string {
  const named = id.includes(version) ? id : `${id} (${version})`
  return visible(`${named} on ${runtime} ${runtimeVersion}`)
}

function describeSuite({ report: { header } }: Page): string {
  const strict = header.strict === true ? ' · strict' : ''
  return (
    `${visible(header.suite)} · ${counted(header.planned, 'case')} · ` +
    `${counted(header.runs, 'run')} a property · seed ${count(header.seed).replaceAll(',', '')}${strict}`
  )
}
