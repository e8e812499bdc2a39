import type { Corpus } from '../model/corpus.ts'
import type { Judge } from '../model/statement.ts'
import type { Proof } from '../model/proof.ts'

/** Statements by document and by who can keep or break them. */
export interface Coverage {
  readonly documents: Readonly<Record<string, Partial<Record<Judge, Counted>>>>
}

export interface Counted {
  readonly covered: string[]
  readonly excluded: string[]
  readonly open: string[]
}

/**
 * A statement is covered when a contract cites it and a fault that is named for it is caught. Without proofs, and for
 * faults of backends, which no proof here plants, it is enough that one is named.
 */
export function coverageOf({ statements, contracts }: Corpus, proofs: readonly Proof[] | undefined): Coverage {
  const caught = new Set((proofs ?? []).filter(({ result }) => result === 'caught').map(keyOf))
  const covered = new Set<string>()
  for (const { id, cites, rows, falsifiedBy } of contracts) {
    for (const statement of [...cites, ...rows.flatMap((row) => row.cites)]) {
      const named = falsifiedBy[statement] ?? falsifiedBy['*'] ?? []
      const key = Object.hasOwn(falsifiedBy, statement) ? statement : '*'
      const counts = (fault: string): boolean =>
        proofs === undefined || isOfBackends(fault) || caught.has(keyOf({ contract: id, statement: key, fault }))
      if (named.some(counts)) covered.add(statement)
    }
  }
  const documents: Record<string, Partial<Record<Judge, Counted>>> = {}
  for (const { id, document, judges, excluded } of statements) {
    const counted = ((documents[document] ??= {})[judges] ??= { covered: [], excluded: [], open: [] })
    const kind = covered.has(id) ? 'covered' : excluded === undefined ? 'open' : 'excluded'
    counted[kind].push(id)
  }
  return { documents }
}

function isOfBackends(fault: string): boolean {
  return fault.startsWith('backend/')
}

function keyOf({ contract, statement, fault }: Pick<Proof, 'contract' | 'statement' | 'fault'>): string {
  return `${contract} ${statement} ${fault}`
}
