import { z } from 'zod'
import { contractGrammar } from './grammar/contract.ts'
import { deviationGrammar } from './grammar/deviation.ts'
import { editorLeaves } from './grammar/editor.ts'
import type { KnownNames } from './grammar/leaves.ts'
import { suiteGrammar } from './grammar/suite.ts'

/** The schemas for editors, by the file in which they are kept: the same grammar that the loader reads by. */
export function jsonSchemas(names: KnownNames): Readonly<Record<string, string>> {
  const leaves = editorLeaves()
  return {
    'contracts/contract.schema.json': written('A contract', contractGrammar({ names, leaves })),
    'suites/suite.schema.json': written('A suite', suiteGrammar()),
    'suites/deviation.schema.json': written('A deviation', deviationGrammar(leaves)),
  }
}

/** Draft 7, which is what the YAML extension of VS Code speaks. */
function written(title: string, grammar: z.ZodType): string {
  const schema = z.toJSONSchema(grammar.meta({ title }), { target: 'draft-7', io: 'input', reused: 'ref' })
  return `${JSON.stringify(schema, null, 2)}\n`
}
