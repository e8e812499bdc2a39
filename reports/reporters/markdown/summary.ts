import { caseClasses } from '../../classify.ts'
import { count, counted, duration } from '../../quantity.ts'
import { classWords } from '../../words.ts'
import type { Page } from '../terminal/page.ts'
import { verdictSentence } from '../terminal/verdict.ts'
import { code, prose, table } from './inert.ts'
import { profiles } from './profiles.ts'

/** The verdict first, then who was judged, by what, and the numbers. */
export function summary(page: Page): string[] {
  const { report } = page
  const { header, results, totals, durationMs } = report
  const { mark, sentence } = verdictSentence(report)
  const kinds = (['holds', ...caseClasses.slice(0, -1)] as const)
    .map((kind) => ({ kind, amount: results.filter((result) => result.class === kind).length }))
    .filter(({ amount }) => amount > 0)
  const rows = kinds.map(({ kind, amount }) => {
    const { mark: sign, one, many } = classWords[kind]
    return [`${sign} ${amount === 1 ? one : many}`, count(amount)]
  })
  const notRun = totals.notRun === 0 ? [] : [['not run', count(totals.notRun)]]
  const facts = [
    ...header.subjects.map(
      ({ id, runtime, runtimeVersion }) => `${code(id)} on ${prose(`${runtime} ${runtimeVersion}`)}`,
    ),
    header.replay === undefined
      ? `suite ${code(header.suite)}, seed ${header.seed}`
      : `replay of ${code(header.replay)}`,
    counted(header.planned, 'case'),
    counted(totals.draws, 'draw'),
    counted(totals.calls, 'call'),
    ...(durationMs === undefined ? [] : [duration(durationMs)]),
    `base44-conformance ${prose(header.harness)}`,
  ]
  const counts = table(['', 'cases'], [...rows, ...notRun])
  return [`### ${mark} ${prose(sentence)}`, '', facts.join(' · '), '', ...counts, ...profiles(page)]
}
