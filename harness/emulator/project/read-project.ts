import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Problem } from '../../model/problem.ts'
import type { EntitySchema, Json } from '../emulated.ts'
import { findFolders, type Folders } from './find-folders.ts'
import { readEntities } from './read-entities.ts'
import { readFile } from './read-file.ts'
import { readFunctions, type ProjectFunction } from './read-functions.ts'
import { readSecrets } from './read-secrets.ts'

/** A Base44 project as it lies on disk. */
export interface Project {
  readonly folders: Folders
  readonly functionsFolder: string
  readonly appId: string
  readonly name: string | undefined
  readonly entities: readonly EntitySchema[]
  readonly functions: readonly ProjectFunction[]
  readonly secrets: Readonly<Record<string, string>>
  /** Integration → what it answers. */
  readonly recorded: Readonly<Record<string, Json>>
  /** Files that could not be read; all others are served. */
  readonly problems: readonly Problem[]
}

export type ReadProject =
  | { readonly kind: 'project'; readonly project: Project }
  | { readonly kind: 'no-project'; readonly folder: string }
  | { readonly kind: 'broken'; readonly problem: Problem }

/** Of a project that is linked to no app. */
const unlinked = 'local-app'

export function readProject(folder: string): ReadProject {
  const folders = findFolders(folder)
  if (folders === undefined) return { kind: 'no-project', folder: resolve(folder) }
  const { root, base44 } = folders
  const config = optional(folders.config, { grammar: configGrammar, doing: 'read the configuration of the project' })
  // Without it nobody knows where the rest is.
  if (config.kind === 'broken') return config
  const { name, entitiesDir, functionsDir } = config.value ?? configGrammar.parse({})
  const app = optional(join(base44, '.app.jsonc'), { grammar: appGrammar, doing: 'read which app it is' })
  const integrations = optional(join(base44, 'integrations.json'), { grammar: recordedGrammar, doing: 'read recorded answers of integrations' }) // prettier-ignore
  const { entities, problems: ofEntities } = readEntities(join(base44, entitiesDir))
  const functionsFolder = join(base44, functionsDir)
  const { functions, problems: ofFunctions } = readFunctions(functionsFolder)
  const broken = [app, integrations].flatMap((read) => (read.kind === 'broken' ? [read.problem] : []))
  return {
    kind: 'project',
    project: {
      folders,
      functionsFolder,
      appId: (app.kind === 'read' ? app.value?.id : undefined) ?? unlinked,
      name,
      entities,
      functions,
      secrets: readSecrets(root),
      recorded: (integrations.kind === 'read' ? integrations.value : undefined) ?? {},
      problems: [...broken, ...ofEntities, ...ofFunctions],
    },
  }
}

// As the official command line reads these files; what is not named here may be there too.
const configGrammar = z.looseObject({
  name: z.string().optional(),
  entitiesDir: z.string().default('entities'),
  functionsDir: z.string().default('functions'),
})
const appGrammar = z.looseObject({ id: z.string().min(1, 'an empty id') })
const recordedGrammar = z.record(z.string(), z.json())

function optional<T>(file: string | undefined, as: { grammar: z.ZodType<T>; doing: string }): OptionalRead<T> {
  return file === undefined || !existsSync(file) ? { kind: 'read', value: undefined } : readFile(file, as)
}

type OptionalRead<T> = { readonly kind: 'read'; readonly value: T | undefined } | { readonly kind: 'broken'; readonly problem: Problem } // prettier-ignore
