import type { Caller } from '../parts/callers.ts'

/** What a record of the fixture app may hold; each entity has some of it. */
export interface Fields {
  readonly title?: string
  readonly text?: string
  readonly completed?: boolean
}

type Among = 'everybody' | 'the owner' | 'the owner and admins'

export const entityNames = ['Note', 'Task', 'Announcement'] as const
export type EntityName = (typeof entityNames)[number]

interface EntityRules {
  readonly fields: readonly (keyof Fields)[]
  readonly read: Among
  /** To update and to delete. */
  readonly change: Among
}

/** The entities of the fixture app and their access rules: `suites/app/base44/entities`. */
const entities: Readonly<Record<EntityName, EntityRules>> = {
  Note: { fields: ['title', 'text'], read: 'the owner', change: 'the owner' },
  Task: { fields: ['title', 'completed'], read: 'the owner and admins', change: 'the owner and admins' },
  Announcement: { fields: ['title'], read: 'everybody', change: 'the owner' },
}

/** Whoever is signed in makes records of their own. */
export function mayCreate({ kind }: Caller): boolean {
  return kind !== 'nobody'
}

export function mayRead(caller: Caller, record: Owned): boolean {
  return isAmong(caller, record, entities[record.entity].read)
}

export function mayChange(caller: Caller, record: Owned): boolean {
  return isAmong(caller, record, entities[record.entity].change)
}

/** Whether a client that is signed in as nobody may read its records. */
export function isPublic(entity: EntityName): boolean {
  return entities[entity].read === 'everybody'
}

/** Those of the fields that an entity has. */
export function fieldsOf(entity: EntityName, fields: Fields): Fields {
  const known: readonly string[] = entities[entity].fields
  return Object.fromEntries(Object.entries(fields).filter(([key]) => known.includes(key)))
}

export interface Owned {
  readonly entity: EntityName
  /** A user's name, or `service`. */
  readonly owner: string
}

function isAmong(caller: Caller, { owner }: Owned, among: Among): boolean {
  if (caller.kind === 'service' || among === 'everybody') return true
  if (caller.kind === 'nobody') return false
  return caller.user === owner || (among === 'the owner and admins' && caller.admin)
}
