import semver from 'semver'
import type { Contract } from '../../model/contract.ts'
import type { Complaint } from '../complaints.ts'

const prereleases = { includePrerelease: true }
/** Below everything that is published. */
const nothing = '<0.0.0'

/** Why a range of SDK versions names none to which the case applies; undefined where it names some. */
export function checkRange({
  sdk,
  contract,
  row,
}: {
  sdk: string
  contract: Contract | undefined
  row: string | undefined
}): Complaint | undefined {
  const say = (seen: string, wanted: string): Complaint => ({ path: ['sdk'], seen, wanted })
  if (semver.validRange(sdk) === null) return say(`\`${sdk}\``, 'a range of versions: `>=0.8.4`')
  if (semver.subset(sdk, nothing, prereleases))
    return say(`\`${sdk}\`, which no version is in`, 'a range that has some')
  const only = [contract?.only.sdk, contract?.rows.find(({ name }) => name === row)?.only.sdk]
  const apart = only.find((range) => range !== undefined && isApart(sdk, range))
  if (apart === undefined) return undefined
  return say(`\`${sdk}\`, where the contract does not apply`, `versions in \`${apart}\``)
}

function isApart(sdk: string, range: string): boolean {
  return semver.validRange(range) !== null && !semver.intersects(sdk, range, prereleases)
}
