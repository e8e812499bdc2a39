import { satisfies, validRange } from 'semver'
import type { Contract, Only, Row } from '../model/contract.ts'
import type { Deviation } from '../model/deviation.ts'
import type { Inapplicable } from '../model/plan.ts'
import type { BackendSubject, Subject, SubjectIdentity } from '../model/subject.ts'
import type { Bindings } from '../model/value.ts'
import { backendOf } from '../language/backend-of.ts'
import { namesIn, substitute } from '../language/substitute.ts'
import { withoutPassword } from './without-password.ts'

const prereleases = { includePrerelease: true }

/** Why a row does not apply to a subject; undefined where it does. */
export function whyInapplicable({
  contract,
  row,
  subject,
  deployed = [],
  profiles = [],
}: {
  contract: Contract
  row: Row
  subject: Subject
  /** Functions of the fixture app, which is all that a backend has. */
  deployed?: readonly string[] | undefined
  /** Profiles that the contract is part of. */
  profiles?: readonly string[] | undefined
}): Inapplicable | undefined {
  if (!contract.seats.includes(subject.kind)) {
    const judges = subject.kind === 'sdk' ? 'backends' : 'SDKs'
    return { reason: `it judges ${judges} only`, owner: 'suite' }
  }
  const lacking =
    subject.kind === 'backend'
      ? (notClaimed({ contract, subject, profiles }) ??
        notDeployed({ contract, row, deployed }) ??
        whatIsLacking(contract, subject))
      : undefined
  return reasonOf(contract.only, subject) ?? reasonOf(row.only, subject) ?? lacking
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
  subject: Subject
}): Deviation[] {
  return deviations.filter(
    (deviation) => deviation.contract === contract.id && deviation.row === row.name && covers(deviation, subject),
  )
}

/** Deviations of a backend that are known by their route, whatever the contract. */
export function routesFor(deviations: readonly Deviation[], subject: Subject): Deviation[] {
  return deviations.filter((deviation) => deviation.route !== undefined && covers(deviation, subject))
}

/** Whether an entry is about this subject. */
export function covers(deviation: Deviation, subject: SubjectIdentity): boolean {
  const backend = subject.kind === 'backend' ? subject.backend : undefined
  return backendOf(deviation) === backend && satisfies(subject.version, deviation.versions, prereleases)
}

/** Who claims parts of the platform is asked for these alone. */
function notClaimed({
  contract,
  subject: { claims },
  profiles,
}: {
  contract: Contract
  subject: BackendSubject
  profiles: readonly string[]
}): Inapplicable | undefined {
  if (claims === undefined) return undefined
  const wanted = [...profiles, ...(contract.only.claims ?? [])]
  if (wanted.length === 0 || wanted.some((one) => claims.includes(one))) return undefined
  return {
    reason: `it belongs to ${wanted.join(', ')}, and this backend claims ${claims.join(', ')}`,
    owner: 'backend',
  }
}

/** A row may name a function that no app could have deployed; what is drawn is drawn from what there is. */
function notDeployed({
  contract,
  row,
  deployed,
}: {
  contract: Contract
  row: Row
  deployed: readonly string[]
}): Inapplicable | undefined {
  const names = Object.keys(contract.given.functions)
    .filter((name) => namesIn(name).every((one) => Object.hasOwn(row.bindings, one.split('.')[0] as string)))
    .map((name) => String(substitute(name, row.bindings as Bindings)))
  const missing = names.find((name) => !deployed.includes(name))
  if (missing === undefined) return undefined
  return { reason: `its function ${JSON.stringify(missing)} is not among those of the fixture app`, owner: 'suite' }
}

/** What a contract needs and this backend was not given. */
function whatIsLacking({ given, steps }: Contract, { access }: BackendSubject): Inapplicable | undefined {
  const needsProject = steps.some(({ kind, expect }) => kind === 'deploy' || expect.prints !== undefined)
  if (needsProject && access.local === undefined) {
    return {
      reason: 'it needs a backend that is started here, with its project and its terminal',
      owner: 'environment',
    }
  }
  const needsService = Object.values(given.clients).some(({ service }) => service === true)
  if (needsService && access.serviceToken === undefined) {
    return { reason: 'it needs a service token, and this backend was given none', owner: 'environment' }
  }
  const needed = new Map<string, number>()
  for (const { role = 'user' } of Object.values(given.users)) needed.set(role, (needed.get(role) ?? 0) + 1)
  for (const [role, count] of needed) {
    const there = access.users[role]?.length ?? 0
    if (there < count)
      return { reason: `it needs ${count} of role ${role}, and this backend has ${there}`, owner: 'environment' }
  }
  const unknown = withoutPassword({ given, steps }, access)
  if (unknown === undefined) return undefined
  return { reason: `it signs in with a password, and that of ${unknown} is not known`, owner: 'environment' }
}

/** A range of SDKs speaks of the one that is judged, or of the one in the caller's seat. */
function reasonOf({ sdk, runtime, because }: Only, subject: Subject): Inapplicable | undefined {
  const reason = because === undefined ? '' : `: ${because}`
  const version = subject.kind === 'sdk' ? subject.version : subject.dependencies['@base44/sdk']
  if (sdk !== undefined && validRange(sdk) !== null && !satisfies(version ?? '', sdk, prereleases)) {
    return { reason: `it applies to SDK versions ${sdk}${reason}`, owner: 'sdk' }
  }
  if (runtime !== undefined && !runtime.includes(subject.runtime)) {
    return { reason: `it applies to ${runtime.join(', ')}${reason}`, owner: 'environment' }
  }
  return undefined
}
