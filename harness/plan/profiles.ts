import type { Contract } from '../model/contract.ts'
import type { DescribedProfile } from '../model/event.ts'
import type { Suite } from '../model/suite.ts'
import { select } from './select.ts'

/** Which profiles a contract is part of. */
export type ProfilesOf = (contract: Contract) => readonly string[]

/** A contract is part of each profile that selects it; one that judges no backend is part of none. */
export function profilesOf({ suites, contracts }: Corpus): ProfilesOf {
  const byContract = new Map<string, string[]>()
  for (const { name, contracts: members } of membersOf({ suites, contracts })) {
    for (const { id } of members) byContract.set(id, [...(byContract.get(id) ?? []), name])
  }
  return ({ id }) => byContract.get(id) ?? []
}

/** Each profile with the cases of the whole of it, in the order of their names. */
export function describeProfiles(corpus: Corpus): DescribedProfile[] {
  return membersOf(corpus).map(({ name, title, contracts }) => ({
    name,
    title,
    cases: contracts.reduce((sum, { rows }) => sum + rows.length, 0),
  }))
}

interface Corpus {
  readonly suites: readonly Suite[]
  readonly contracts: readonly Contract[]
}

function membersOf({ suites, contracts }: Corpus): { name: string; title: string; contracts: readonly Contract[] }[] {
  return suites
    .filter(({ profile }) => profile === true)
    .map(({ name, title, contracts: patterns }) => {
      const chosen = new Set(patterns.flatMap((pattern) => select(pattern, contracts).contracts))
      return { name, title, contracts: [...chosen].filter(({ seats }) => seats.includes('backend')) }
    })
}
