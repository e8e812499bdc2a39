import { satisfies, validRange } from 'semver'
import type { Contract, Only, Row } from '../model/contract.ts'
import type { Deviation } from '../model/deviation.ts'
import type { Inapplicable } from '../model/plan.ts'
import type { SdkSubject } from '../model/subject.ts'

const prereleases = { includePrerelease: true }

/** Why a row does not apply to a subject; undefined where it does. */
export function whyInapplicable({
  contract,
  row,
  subject,
}: {
  contract: Contract
  row: Row
  subject: SdkSubject
}): Inapplicable | undefined {
  if (!contract.seats.includes('sdk')) return { reason: 'it judges backends only', owner: 'suite' }
  return reasonOf(contract.only, subject) ?? reasonOf(row.only, subject)
}

/** The recorded deviations that bear on a row of a contract on a subject. */
export function deviationsFor({
  deviations,
  contract,
  row,
  subject,
}: {
  deviations: readonly Deviation[]
  contract: Contract
  row: Row
  subject: SdkSubject
}): Deviation[] {
  return deviations.filter(
    (deviation) =>
      deviation.contract === contract.id &&
      deviation.row === row.name &&
      satisfies(subject.version, deviation.sdk, prereleases),
  )
}

function reasonOf({ sdk, runtime, because }: Only, subject: SdkSubject): Inapplicable | undefined {
  const reason = because === undefined ? '' : `: ${because}`
  if (sdk !== undefined && validRange(sdk) !== null && !satisfies(subject.version, sdk, prereleases)) {
    return { reason: `it applies to SDK versions ${sdk}${reason}`, owner: 'sdk' }
  }
  if (runtime !== undefined && !runtime.includes(subject.runtime)) {
    return { reason: `it applies to ${runtime.join(', ')}${reason}`, owner: 'environment' }
  }
  return undefined
}
