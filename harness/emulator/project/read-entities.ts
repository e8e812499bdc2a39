import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '../../model/problem.ts'
import type { EntitySchema } from '../emulated.ts'
import { isFolder } from './find-folders.ts'
import { readFile } from './read-file.ts'
import { entityRules, fieldRules } from './rules-grammar.ts'

/** Every entity of a folder; of two with one name the first. */
export function readEntities(folder: string): { entities: readonly EntitySchema[]; problems: readonly Problem[] } {
  const entities = new Map<string, EntitySchema>()
  const problems: Problem[] = []
  if (!isFolder(folder)) return { entities: [], problems }
  for (const name of readdirSync(folder)
    .filter((name) => /\.jsonc?$/.test(name))
    .sort()) {
    const file = join(folder, name)
    const read = readFile(file, { grammar: entityGrammar, doing: 'read an entity' })
    if (read.kind === 'broken') problems.push(read.problem)
    else if (entities.has(read.value.name)) problems.push(twice(file, read.value.name))
    else entities.set(read.value.name, read.value as EntitySchema)
  }
  return { entities: [...entities.values()], problems }
}

function twice(file: string, name: string): Problem {
  const place = { file, line: 0, column: 0 }
  return { place, doing: 'read an entity', seen: `a second entity called ${name}`, wanted: 'one file for each name' }
}

// As the official command line reads them; what is not named here may be there too.
const types = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'] as const
const type = z.enum(types, { error: ({ input }) => `${JSON.stringify(input)}, which is no type` })
const property = z.looseObject({
  type: z
    .union([type, z.array(type)], { error: ({ input }) => `${JSON.stringify(input)}, which is no type` })
    .optional(),
  rls: fieldRules.optional(),
})

const entityGrammar = z.looseObject({
  name: z.string().regex(/^\w+$/, 'a name with something else than letters, digits and underscores'),
  type: z.literal('object').optional(),
  properties: z.record(z.string(), property).default({}),
  required: z.array(z.string()).optional(),
  rls: entityRules.optional(),
})
