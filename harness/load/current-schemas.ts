import { faults } from '../faults/index.ts'
import { generators } from '../generators/index.ts'
import { models } from '../../suites/models/index.ts'
import { readStatements } from './corpus/read-statements.ts'
import { jsonSchemas } from './json-schemas.ts'
import { readFiles } from './read-files.ts'

/**
 * The schemas for editors, with the names that exist now: path from the root → text. Belongs to the script beside it,
 * not to the stage: this is the one place where the loader knows the names that are written in code.
 */
export async function currentSchemas(root: string): Promise<Readonly<Record<string, string>>> {
  const files = await readFiles({ contracts: `${root}/contracts`, suites: `${root}/suites` })
  const { statements } = readStatements(files.statements.flatMap(({ source }) => source ?? []))
  const described = [
    ...Object.values(generators).map(({ name, title }) => [name, title] as const),
    ...Object.values(faults).map(({ id, title }) => [id, title] as const),
    ...Object.values(models).map(({ name, title }) => [name, title] as const),
    ...statements.map(({ id, statement }) => [id, statement] as const),
  ]
  return jsonSchemas({
    generators: Object.keys(generators),
    models: Object.keys(models),
    faults: Object.keys(faults),
    statements: statements.map(({ id }) => id),
    titles: Object.fromEntries(described),
  })
}
