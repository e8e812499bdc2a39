import type { Problem } from '../../model/problem.ts'
import type { WireFact } from '../../model/wire.ts'
import { wireGrammar } from '../grammar/wire.ts'
import type { Source } from '../yaml/source.ts'
import { readList } from './read-list.ts'

const shape = wireGrammar()

/** `contracts/wire.yaml`. */
export function readWire(source: Source): {
  readonly loaded: readonly WireFact[]
  readonly problems: readonly Problem[]
} {
  const { entries, complain, problems } = readList({ source, shape })
  const wire = new Map<string, WireFact>()
  for (const { value, index } of entries) {
    const fact = value as unknown as WireFact
    if (wire.has(fact.name))
      complain({ path: [index, 'name'], seen: `\`${fact.name}\` again`, wanted: 'a name of its own' })
    wire.set(fact.name, fact)
  }
  return { loaded: [...wire.values()], problems }
}
