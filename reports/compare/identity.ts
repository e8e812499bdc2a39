import { provenanceWords } from '../words.ts'
import type { Change } from './compare-runs.ts'
import type { SubjectPair } from './match-subjects.ts'

/**
 * Which case it is, and what is not as usual about it: raw texts, which a renderer makes visible. What a
 * promise weighs is told and not weighed: an application that relied on it loses it all the same.
 */
export function identityOfChange(
  { contract, subject }: Change,
  { rows, several = false }: { rows?: string | undefined; several?: boolean },
): string[] {
  const one = contract.row === undefined ? contract.id : `${contract.id}#${contract.row}`
  return [
    ...(rows === undefined ? [one] : [contract.id, rows]),
    ...(several ? [sayPair(subject)] : []),
    ...(contract.level === 'must' ? [] : [contract.level]),
    ...(contract.provenance.kind === 'documented' ? [] : [provenanceWords[contract.provenance.kind]]),
  ]
}

function sayPair({ before, after }: SubjectPair): string {
  const ids = [before?.id, after?.id].filter((id) => id !== undefined)
  return [...new Set(ids)].join(' → ')
}
