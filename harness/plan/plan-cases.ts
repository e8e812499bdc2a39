import type { FixtureNames } from '../model/fixture-app.ts'
import type { Contract, Row } from '../model/contract.ts'
import type { Deviation } from '../model/deviation.ts'
import type { Lane, Plan, PlannedCase } from '../model/plan.ts'
import type { Pinned } from '../model/replay.ts'
import type { Subject } from '../model/subject.ts'
import type { WireFact } from '../model/wire.ts'
import { formValue } from '../language/form.ts'
import { deviationsFor, whyInapplicable } from './applies.ts'
import { digestOf } from './digest.ts'
import type { ProfilesOf } from './profiles.ts'
import { seedOf } from './seed.ts'
import type { Selection } from './select.ts'

/** Every row of every selected contract on every subject, in the order of the contracts' ids. */
export function planCases({
  selections,
  subjects,
  deviations,
  wire,
  seed,
  runs,
  pinned,
  functions,
  profiles = () => [],
}: {
  selections: readonly Selection[]
  subjects: readonly Subject[]
  deviations: readonly Deviation[]
  wire: readonly WireFact[]
  seed: number
  runs: number
  /** Of a replay: the only draw, also in the place of witnesses. */
  pinned?: Pinned | undefined
  /** Of the fixture app: what is deployed at a backend, and which of it a case may lease. */
  functions?: FixtureNames | undefined
  /** Which profiles a contract is part of; left out: none. */
  profiles?: ProfilesOf | undefined
}): Plan {
  const cases = subjects.flatMap((subject) =>
    chosenFor(subject, selections).map(({ contract, row, id }): Omit<PlannedCase, 'index'> => {
      const of = subject.kind === 'backend' ? profiles(contract) : []
      const inapplicable = whyInapplicable({ contract, row, subject, deployed: functions?.deployed, profiles: of })
      const known = deviationsFor({ deviations, contract, row, subject })
      return {
        id,
        contract,
        row,
        subject: subject.id,
        lane: subject.kind === 'backend' ? 'backend' : laneOf(contract),
        seed: seedOf({ seed, id }),
        runs: pinned !== undefined || Object.keys(contract.forAll).length === 0 ? 1 : runs,
        wire,
        ...(subject.kind === 'backend' && { functions: functions?.leased ?? [] }),
        witnesses: pinned ? {} : Object.fromEntries(known.map((deviation) => [deviation.id, deviation.witness])),
        ...(pinned && { pinned }),
        ...(of.length > 0 && { profiles: of }),
        ...(inapplicable !== undefined && { inapplicable }),
      }
    }),
  )
  const indexed = cases.map((planned, index) => ({ ...planned, index }))
  return { cases: indexed, digest: digestOf(indexed) }
}

/** `contract#row`, or the contract's id where it has no rows. */
export function caseId(contract: Contract, row: Row): string {
  return row.name === undefined ? contract.id : `${contract.id}#${row.name}`
}

interface Chosen {
  readonly contract: Contract
  readonly row: Row
  readonly id: string
}

/** Each selected row once, however many patterns select it. */
function rowsOf(selections: readonly Selection[]): Chosen[] {
  const chosen = new Map<string, Chosen>()
  for (const { contracts, row: only } of selections) {
    for (const contract of contracts) {
      for (const row of contract.rows) {
        if (only !== undefined && row.name !== only) continue
        const id = caseId(contract, row)
        chosen.set(id, { contract, row, id })
      }
    }
  }
  return [...chosen.values()].sort((a, b) =>
    a.contract.id < b.contract.id ? -1 : a.contract.id > b.contract.id ? 1 : 0,
  )
}

/** Contracts for the other seat are no part of a plan, unless nothing else was asked for: then each says so. */
function chosenFor({ kind }: Subject, selections: readonly Selection[]): readonly Chosen[] {
  const chosen = rowsOf(selections.filter(({ seat = kind }) => seat === kind))
  const fitting = chosen.filter(({ contract }) => contract.seats.includes(kind))
  return fitting.length === 0 ? chosen : fitting
}

/** A client that is built without a server URL of its own needs a host name that answers. */
export function laneOf(contract: Contract): Exclude<Lane, 'backend'> {
  const withoutUrl = Object.values(contract.given.clients).some(
    ({ config }) => formValue(config?.['serverUrl'], 'value') === 'undefined',
  )
  return withoutUrl ? 'host-name' : 'loopback'
}
