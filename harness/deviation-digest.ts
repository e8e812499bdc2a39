import { createHash } from 'node:crypto'
import type { Deviation } from './model/deviation.ts'
import { toPlain } from './language/plain.ts'

/** Of what a run judges an entry by: an entry with another digest than the one in a log was changed since. */
export function deviationDigest({ contract, row, sdk, fingerprint, witness }: Deviation): string {
  const judged = JSON.stringify([contract, row ?? null, sdk, fingerprint, toPlain(witness)])
  return createHash('sha256').update(judged).digest('hex').slice(0, 16)
}
