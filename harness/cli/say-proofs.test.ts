import { expect, test } from 'vitest'
import type { Seat } from '../model/contract.ts'
import type { Proof, ProofResult } from '../model/proof.ts'
import { missedOf, sayProofs } from './say-proofs.ts'

function proof(result: ProofResult, fault = 'backend/a', contract = `functions/${result}`): Proof {
  return { contract, statement: '*', fault, result, case: contract }
}

const caught = proof('caught')

test.each<[Seat, ProofResult, boolean]>([
  ['sdk', 'survived', true],
  ['sdk', 'unjudged', true],
  ['backend', 'survived', true],
  ['backend', 'control-failed', true],
  ['backend', 'misplaced', true],
  // What it breaks by itself shows nothing of a fault besides.
  ['backend', 'unjudged', false],
])('in the seat of %s, %s counts as missed: %s', (seat, result, isMissed) => {
  expect(missedOf([caught, proof(result)], seat).length).toBe(isMissed ? 1 : 0)
})

test('where nothing at all was caught, nothing was proved', () => {
  expect(missedOf([proof('unjudged')], 'backend').length).toBe(1)
})

test('what was not judged is told, once for each contract, and which faults nobody caught', () => {
  const aside = [proof('unjudged', 'backend/a'), proof('unjudged', 'backend/b')]
  const told = { proofs: [caught, ...aside], unnamed: ['backend/c'], seconds: 1, colour: false }
  expect(sayProofs({ ...told, seat: 'backend' })).toBe(
    '· functions/unjudged: not judged\n' +
      '· planted, but not judged by any contract here: backend/b\n' +
      '✗ backend/c: no contract says that it catches it\n' +
      '1 of 1 planted faults caught, in 2 contracts, 1.0 s; 2 not judged\n',
  )
})
