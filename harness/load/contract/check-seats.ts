import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { marksOf } from './seats.ts'

/** A contract that could judge nobody says two things at once: what only an SDK shows, and what only a backend does. */
export function checkSeats({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  const [ofSdks] = marksOf(contract, 'sdk')
  const [ofBackends] = marksOf(contract, 'backend')
  if (ofSdks === undefined || ofBackends === undefined) return
  complain({
    path: ofSdks.path,
    part: 'key',
    seen: `\`${ofSdks.key}\`, which judges SDKs only, in a contract whose \`${ofBackends.key}\` judges backends only`,
    wanted: 'one of the two; make two contracts of it',
  })
}
