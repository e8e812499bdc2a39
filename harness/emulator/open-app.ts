import { randomBytes } from 'node:crypto'
import {
  userEntity,
  type Emulated,
  type EntityEvent,
  type EntitySchema,
  type Json,
  type Said,
  type Store,
} from './emulated.ts'
import type { Project } from './project/read-project.ts'
import { openTokens } from './users/tokens.ts'
import { userSchema } from './users/user-schema.ts'

/** One app as its routes see it; files of the project may change meanwhile. */
export interface OpenApp {
  readonly app: Emulated
  readonly changeTo: (project: Project) => void
}

export function openApp({
  project,
  store,
  publish,
  tell,
  say,
  now,
}: {
  project: Project
  store: Store
  publish: (event: EntityEvent) => void
  tell: (conversation: string, data: Json) => void
  say: (said: Said) => void
  now: () => Date
}): OpenApp {
  const { appId } = project
  let { recorded } = project
  let schemas = schemasOf(project)
  return {
    app: {
      appId,
      schemaOf: (entity) => schemas.get(entity),
      store,
      tokens: openTokens({ store, appId, now }),
      functionState: randomBytes(24).toString('hex'),
      publish,
      tell,
      say,
      now,
      newId: () => randomBytes(12).toString('hex'),
      recorded: (integration) => (Object.hasOwn(recorded, integration) ? recorded[integration] : undefined),
    },
    changeTo(project) {
      schemas = schemasOf(project)
      recorded = project.recorded
    },
  }
}

function schemasOf({ entities }: Project): ReadonlyMap<string, EntitySchema> {
  const own = new Map(entities.map((schema) => [schema.name, schema]))
  return own.set(userEntity, userSchema(own.get(userEntity)))
}
