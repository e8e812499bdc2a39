import { SubjectError } from '../execute/subjects/subject-error.ts'
import { nearest } from '../load/nearest.ts'
import type { Suite } from '../model/suite.ts'

/** A backend that claims what is no profile means another; judging it by nothing would look like praise. */
export function refuseClaims(
  { id, claims = [] }: { readonly id: string; readonly claims?: readonly string[] },
  suites: readonly Suite[],
): void {
  const profiles = suites.filter(({ profile }) => profile === true).map(({ name }) => name)
  const unknown = claims.find((claim) => !profiles.includes(claim))
  if (unknown === undefined) return
  const guess = nearest(unknown, profiles)
  const hint = guess === undefined ? '' : ` Did you mean ${guess}?`
  throw new SubjectError(
    `read what ${id} claims: ${JSON.stringify(unknown)} is no profile.${hint} Profiles: ${profiles.join(', ')}.`,
  )
}
