import type { CaseEvent } from '../model/event.ts'
import type { Violation } from '../model/verdict.ts'
import { nearest } from '../load/nearest.ts'
import type { Report } from '../../reports/fold.ts'
import type { ReadLog } from './kept-logs.ts'
import { UsageError } from './usage-error.ts'

/** A violation, and the case that it was seen in. */
export interface FoundViolation {
  readonly event: CaseEvent
  readonly violation: Violation
}

/** The one violation of a log that is meant: by its case, its contract, its replay token or a part of its fingerprint. */
export function findViolation({
  id,
  log: { path, report },
  sdk,
}: {
  id: string
  log: ReadLog
  /** A part of the subject's name, where several were judged. */
  sdk: string | undefined
}): FoundViolation {
  const all = violationsOf(report).filter(({ event }) => sdk === undefined || event.subject.includes(sdk))
  const ways: readonly ((found: FoundViolation) => boolean)[] = [
    ({ event, violation }) => [event.id, violation.fingerprint, violation.replay].includes(id),
    ({ event }) => event.contract.id === id,
    ({ violation }) => violation.fingerprint.includes(id),
  ]
  const found = ways.map((way) => all.filter(way)).find((some) => some.length > 0) ?? []
  const [first] = found
  if (first === undefined) throw new UsageError(`${notThere({ id, path, all })} What was found there: ${listed(all)}`)
  const fingerprints = new Set(found.map(({ violation }) => violation.fingerprint))
  if (fingerprints.size === 1) return first
  throw new UsageError(
    `looked for "${id}" in ${path}: ${fingerprints.size} violations are called like that. Name one by a part of its fingerprint: ${listed(found)}`,
  )
}

function violationsOf({ results }: Report): FoundViolation[] {
  return results.flatMap(({ event, unexpected, known }) =>
    [...unexpected, ...known.map(({ violation }) => violation)].map((violation) => ({ event, violation })),
  )
}

function notThere({ id, path, all }: { id: string; path: string; all: readonly FoundViolation[] }): string {
  const guess = nearest(id, [...new Set(all.map(({ event }) => event.id))])
  return `looked for a violation "${id}" in ${path}: there is none${guess === undefined ? '.' : `; did you mean ${guess}?`}`
}

const mostListed = 20

function listed(found: readonly FoundViolation[]): string {
  const fingerprints = [...new Set(found.map(({ violation }) => violation.fingerprint))]
  const shown = fingerprints.slice(0, mostListed).map((one) => `\n  '${one}'`)
  const left = fingerprints.length - shown.length
  return fingerprints.length === 0 ? 'nothing.' : `${shown.join('')}${left > 0 ? `\n  and ${left} more` : ''}`
}
