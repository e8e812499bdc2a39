import type { Suite } from '../../model/suite.ts'
import { suiteOfAll, type Added } from '../sources.ts'

/** The suites, and with them the one that a user's own contracts bring about: everything for SDKs, and all of theirs. */
export function withSuiteOfAll(suites: readonly Suite[], added: Added | undefined): readonly Suite[] {
  const sdk = suites.find(({ name }) => name === 'sdk')
  if (added === undefined || added.contracts.length === 0 || sdk === undefined) return suites
  const own = added.contracts.map(({ name }) => `${name}/**`)
  const title = `${sdk.title}, and your own contracts: ${added.contracts.map(({ as }) => as).join(', ')}`
  return [...suites, { ...sdk, name: suiteOfAll, title, contracts: [...sdk.contracts, ...own] }]
}
