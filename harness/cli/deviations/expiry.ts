import type { Deviation } from '../../model/deviation.ts'
import { sayKeeping } from '../../../reports/say-keeping.ts'

/** Days before its last one on which an entry is worth a warning. */
const soonDays = 14

/** What has expired, and what soon will, as lines for people. `until` is the last day on which an entry counts, in UTC. */
export function expiry(
  deviations: readonly Deviation[],
  now: Date,
): { readonly expired: readonly string[]; readonly soon: readonly string[] } {
  const today = dayOf(now)
  const last = dayOf(new Date(now.getTime() + soonDays * 24 * 60 * 60 * 1000))
  const say = (mark: string, what: string, deviation: Deviation): string =>
    `${mark} deviation ${deviation.id} (${deviation.place.file}) ${what}: ${sayKeeping(deviation).join(', ')}`
  const dated = deviations.flatMap((one) => (one.until === undefined ? [] : [{ one, until: one.until }]))
  const ending = dated.filter(({ until }) => until <= last).sort((a, b) => (a.until < b.until ? -1 : 1))
  const [expired, soon] = [ending.filter(({ until }) => until < today), ending.filter(({ until }) => until >= today)]
  return {
    expired: expired.map(({ one }) => say('✗', 'has expired', one)),
    soon: soon.map(({ one }) => say('!', `expires within ${soonDays} days`, one)),
  }
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
