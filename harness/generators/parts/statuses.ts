import fc, { type Arbitrary } from 'fast-check'
import type { Encoded } from '../../model/value.ts'
import { alternatives } from './alternatives.ts'

/** Statuses that say there is no body (Fetch Standard, "null body status"; 101 and 103 cannot be chosen). */
const bodiless = [204, 205, 304]

/** Statuses that a Location would redirect (Fetch Standard, "redirect status"). */
const redirecting = [301, 302, 303, 307, 308]

/**
 * Statuses that never reach a caller of `fetch` as they are: it fails a request at 407 and sends it again at 421
 * (Fetch Standard, "HTTP-network-or-cache fetch", steps 14 and 15; seen with Node 24.21).
 */
const takenByFetch = [407, 421]

/** The usual statuses of a range, and any other of it, that arrive at a caller with a body. */
export function statusesFrom(first: number, last: number, usual: readonly number[]): Arbitrary<number> {
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const kept = all.filter((status) => ![...bodiless, ...redirecting, ...takenByFetch].includes(status))
  return alternatives([3, fc.constantFrom(...usual)], [2, fc.constantFrom(...kept)])
}

/** The usual statuses, and any other from 200 to 599 that has a body: what a raw request meets. */
export function statusesWithBody(usual: readonly number[]): Arbitrary<number> {
  const all = Array.from({ length: 400 }, (_, index) => 200 + index).filter((status) => !bodiless.includes(status))
  return alternatives([3, fc.constantFrom(...usual)], [2, fc.constantFrom(...all)])
}

export function isHundred(hundred: number): (value: Encoded) => boolean {
  return (value) => Math.floor(Number(value) / 100) === hundred
}

/** A status that no registry knows: breaks what keeps a table of them. Loading node:http takes a process 30 ms. */
export function isUnassigned(value: Encoded): boolean {
  return process.getBuiltinModule('node:http').STATUS_CODES[Number(value)] === undefined
}
