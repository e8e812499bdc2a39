import type { DescribedProfile } from '../harness/model/event.ts'
import type { Report, Result } from './fold.ts'

/** What one backend keeps of one profile. What it does otherwise as recorded is not kept. */
export interface KeptProfile {
  readonly subject: string
  readonly profile: DescribedProfile
  /** By how much each is worth: what documents say must or should be, what is only observed, what is disputed or may be. */
  readonly kept: Readonly<Record<Worth, Share>>
  /** Cases that do not apply to it, for instance because it does not claim them. */
  readonly inapplicable: number
  /** Cases of the profile that were not selected, or not run: a claim needs them too. */
  readonly leftOut: number
}

export const worths = ['must', 'should', 'observed', 'other'] as const
export type Worth = (typeof worths)[number]

export interface Share {
  readonly kept: number
  readonly of: number
}

/** Every profile that was asked for, of every backend; none where no backend was judged. */
export function profilesOf({ header, results }: Report): KeptProfile[] {
  const backends = header.subjects.filter(({ kind }) => kind === 'backend')
  return backends.flatMap(({ id }) =>
    (header.profiles ?? []).map((profile) => {
      const own = results.filter(
        ({ event }) => event.subject === id && event.contract.profiles?.includes(profile.name) === true,
      )
      const asked = own.filter((result) => result.class !== 'inapplicable')
      return {
        subject: id,
        profile,
        kept: sharesOf(asked),
        inapplicable: own.length - asked.length,
        leftOut: Math.max(0, profile.cases - own.length),
      }
    }),
  )
}

function sharesOf(asked: readonly Result[]): Record<Worth, Share> {
  const share = (worth: Worth): Share => {
    const of = asked.filter((result) => worthOf(result) === worth)
    return { kept: of.filter((result) => result.class === 'holds').length, of: of.length }
  }
  return { must: share('must'), should: share('should'), observed: share('observed'), other: share('other') }
}

function worthOf({ event: { contract } }: Result): Worth {
  if (contract.provenance.kind === 'observed') return 'observed'
  if (contract.provenance.kind === 'disputed' || contract.level === 'may') return 'other'
  return contract.level
}
