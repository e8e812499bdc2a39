import { expectationKeys, type Contract, type Step } from '../../model/contract.ts'
import { mismatchKinds } from '../../model/verdict.ts'
import type { Complaint } from '../complaints.ts'
import { choiceOf, suggest } from '../nearest.ts'
import { caseId } from './cases.ts'

const separator = ' · '

/** Why no failure of a case can have this fingerprint; undefined where one can. */
export function checkFingerprint({
  fingerprint,
  contract,
  row,
}: {
  fingerprint: string
  contract: Contract
  row: string | undefined
}): Complaint | undefined {
  const start = `${caseId(contract.id, row)}${separator}`
  const say = (seen: string, wanted: string): Complaint => ({ path: ['fingerprint'], seen, wanted })
  if (!fingerprint.startsWith(start)) return say(`\`${fingerprint}\``, `a fingerprint that begins with \`${start}\``)
  const [at = '', place = '', ...rest] = fingerprint.slice(start.length).split(separator)
  if (contract.model !== undefined) return checkOfModel({ at, place, rest, say })
  const number = /^step (\d+)$/.exec(at)?.[1]
  const step = contract.steps[Number(number) - 1]
  if (number === undefined || rest.length < 2) return say(`\`${fingerprint}\``, asPrinted)
  if (step === undefined) return say(`\`${at}\``, stepsOf(contract))
  const [key = ''] = place.split('.')
  const keys = expectationsOf(step)
  if (!keys.includes(key)) return say(`\`${key}\`, which ${at} does not say`, suggest(key, keys))
  // Keys of what was seen may hold the separator, so the kind need not be the first that follows.
  if (rest.some((part) => kinds.includes(part))) return undefined
  return say(`the unknown kind \`${rest[0] ?? ''}\``, suggest(rest[0] ?? '', kinds))
}

/** How a model names its steps is known when it has emitted them; here, what each can be broken at. */
function checkOfModel({
  at,
  place,
  rest,
  say,
}: {
  at: string
  place: string
  rest: readonly string[]
  say: (seen: string, wanted: string) => Complaint
}): Complaint | undefined {
  const [key = ''] = place.split('.')
  const keys = [...expectationKeys, 'conduct']
  if (!/^step \D/.test(at) || rest.length < 2) return say(`\`${at}\``, asPrinted)
  if (!keys.includes(key)) return say(`\`${key}\``, suggest(key, keys))
  return rest.some((part) => kinds.includes(part)) ? undefined : say(`the unknown kind \`${rest[0] ?? ''}\``, asPrinted)
}

const kinds: readonly string[] = mismatchKinds
const asPrinted = 'the fingerprint as a report prints it: case, step, place, kind and what was seen, between them ` · `'

function stepsOf({ steps }: Contract): string {
  return choiceOf(steps.map((_, index) => `step ${index + 1}`))
}

/** What a step can be broken at. */
function expectationsOf(step: Step): string[] {
  const outcomes = step.kind === 'together' ? ['resolves'] : []
  return [...new Set([...outcomes, ...Object.keys(step.expect), 'conduct'])]
}
