import { profilesOf, worths } from '../../profiles.ts'
import { worthWords } from '../../words.ts'
import { restOf, say } from '../terminal/profiles.ts'
import type { Page } from '../terminal/page.ts'
import { code, table } from './inert.ts'

/** How much each backend keeps of each profile, as a table. */
export function profiles({ report }: Page): string[] {
  const all = profilesOf(report)
  if (all.length === 0) return []
  const several = report.header.subjects.length > 1
  const shown = worths.filter((worth) => all.some(({ kept }) => kept[worth].of > 0))
  const rows = all.map((one) => [
    ...(several ? [code(one.subject)] : []),
    code(one.profile.name),
    ...shown.map((worth) => say(one.kept[worth])),
    restOf(one),
  ])
  const head = [...(several ? ['backend'] : []), 'profile', ...shown.map((worth) => worthWords[worth]), 'besides']
  return ['', ...table(head, rows)]
}
