import type { Problem } from '../../model/problem.ts'
import type { WireFact } from '../../model/wire.ts'
import { wireGrammar } from '../grammar/wire.ts'
import type { Source } from '../yaml/source.ts'
import { readList } from './read-list.ts'

const shape = wireGrammar()

/** Every `wire.yaml`; a name stands once in all of them. */
export function readWire(sources: readonly Source[]): {
  readonly wire: readonly WireFact[]
  readonly problems: readonly Problem[]
} {
  const wire = new Map<string, WireFact>()
  const problems = sources.flatMap((source) => {
    const { entries, complain, problems: inFile } = readList({ source, shape })
    for (const { value, index } of entries) {
      const fact = value as unknown as WireFact
      if (wire.has(fact.name))
        complain({ path: [index, 'name'], seen: `\`${fact.name}\` again`, wanted: 'a name of its own' })
      else wire.set(fact.name, fact)
    }
    return inFile
  })
  return { wire: [...wire.values()], problems }
}
