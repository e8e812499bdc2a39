import { profilesOf, worths, type KeptProfile, type Share, type Worth } from '../../profiles.ts'
import { count, counted } from '../../quantity.ts'
import { visible } from '../../visible.ts'
import { worthWords } from '../../words.ts'
import { heading, type Page } from './page.ts'

/** How much each backend keeps of each profile; what a claim would need and was not asked is named. */
export function profiles(page: Page): string[] {
  const { report, ink } = page
  const all = profilesOf(report)
  if (all.length === 0) return []
  const shown = worths.filter((worth) => all.some(({ kept }) => kept[worth].of > 0))
  const names = Math.max(...all.map(({ profile }) => visible(profile.name).length))
  const head = ' '.repeat(names + 4) + shown.map((worth) => worthWords[worth].padEnd(column)).join('')
  const blocks = report.header.subjects.flatMap(({ id }) => {
    const own = all.filter(({ subject }) => subject === id)
    if (own.length === 0) return []
    const name = report.header.subjects.length < 2 ? [] : [`  ${ink.bold(visible(id))}`]
    return [...name, ...own.map((kept) => line(kept, { shown, names, page }))]
  })
  return [heading('what it keeps of each profile', page, (text) => text), '', ink.dim(head.trimEnd()), ...blocks]
}

const column = 14

function line(
  { profile, kept, inapplicable, leftOut }: KeptProfile,
  { shown, names, page: { ink } }: { shown: readonly Worth[]; names: number; page: Page },
): string {
  const shares = shown.map((worth) => {
    const text = say(kept[worth]).padEnd(column)
    return kept[worth].kept === kept[worth].of ? ink.green(text) : ink.yellow(text)
  })
  const rest = restOf({ inapplicable, leftOut })
  return `  ${visible(profile.name).padEnd(names)}  ${shares.join('')}${ink.dim(rest)}`.trimEnd()
}

/** `120 of 164`; nothing where nothing was asked. */
export function say({ kept, of }: Share): string {
  return of === 0 ? '–' : `${count(kept)} of ${count(of)}`
}

/** What a profile asks besides, and what was not asked. */
export function restOf({ inapplicable, leftOut }: Pick<KeptProfile, 'inapplicable' | 'leftOut'>): string {
  return [
    ...(inapplicable > 0 ? [counted(inapplicable, 'does not apply', 'do not apply')] : []),
    ...(leftOut > 0 ? [`${count(leftOut)} left out`] : []),
  ].join(' · ')
}
