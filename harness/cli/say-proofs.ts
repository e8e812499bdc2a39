import pc from 'picocolors'
import type { Seat } from '../model/contract.ts'
import type { Proof, ProofResult } from '../model/proof.ts'
import { counted } from '../../reports/quantity.ts'

const words = {
  caught: 'caught',
  misplaced: 'caught, but somebody else is blamed than the backend',
  survived: 'survived: the contract holds although the fault is planted',
  'control-failed': 'only the control failed: the step that shows that the world works',
  unjudged: 'not judged',
} satisfies Record<ProofResult, string>

/**
 * What was not caught and should have been. A contract that a backend breaks by itself cannot be said to be without
 * teeth: there it is only told that nothing is known.
 */
export function missedOf(proofs: readonly Proof[], seat: Seat): Proof[] {
  const missed = proofs.filter(({ result }) => result !== 'caught')
  const anyCaught = missed.length < proofs.length
  return seat === 'sdk' || !anyCaught ? missed : missed.filter(({ result }) => result !== 'unjudged')
}

/** What became of the planted faults: a paragraph for each that was missed, what could not be seen, and the sum. */
export function sayProofs({
  proofs,
  seat,
  unnamed,
  seconds,
  colour,
}: {
  proofs: readonly Proof[]
  seat: Seat
  /** Faults that no contract says it catches. */
  unnamed: readonly string[]
  seconds: number
  colour: boolean
}): string {
  const { red, dim } = pc.createColors(colour)
  const missed = missedOf(proofs, seat)
  const aside = proofs.filter((proof) => proof.result === 'unjudged' && !missed.includes(proof))
  const nowhere = uncaughtIn(proofs).filter((id) => aside.some(({ fault }) => fault === id))
  const judged = proofs.length - aside.length
  const contracts = new Set(proofs.map(({ contract }) => contract)).size
  const notJudged = aside.length === 0 ? '' : `; ${aside.length} not judged`
  return [
    ...missed.map((proof) => describe(proof, red('✗'))),
    ...firstOfEach(aside).map(({ contract, reason }) => `${dim('·')} ${contract}: ${reason ?? words.unjudged}`),
    ...(nowhere.length === 0
      ? []
      : [`${dim('·')} planted, but not judged by any contract here: ${nowhere.join(', ')}`]),
    ...unnamed.map((id) => `${red('✗')} ${id}: no contract says that it catches it`),
    `${judged - missed.length} of ${judged} planted faults caught, in ${counted(contracts, 'contract')}, ${seconds.toFixed(1)} s${notJudged}`,
    '',
  ].join('\n')
}

/** Faults that no contract caught. */
function uncaughtIn(proofs: readonly Proof[]): readonly string[] {
  const caught = new Set(proofs.filter(({ result }) => result === 'caught').map(({ fault }) => fault))
  return [...new Set(proofs.map(({ fault }) => fault))].filter((id) => !caught.has(id))
}

/** One for each contract. */
function firstOfEach(proofs: readonly Proof[]): readonly Proof[] {
  return proofs.filter(({ contract }, at) => proofs.findIndex((other) => other.contract === contract) === at)
}

function describe({ contract, statement, fault, result, case: at, fingerprint, reason }: Proof, mark: string): string {
  const details = [at === contract ? undefined : `in ${at}`, fingerprint, reason].filter((part) => part !== undefined)
  const named = statement === '*' ? '' : ` for ${statement}`
  return `${mark} ${contract}: ${fault}${named} ${words[result]}${details.length === 0 ? '' : `\n    ${details.join('\n    ')}`}`
}
