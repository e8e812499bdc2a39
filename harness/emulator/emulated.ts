import type { Hono } from 'hono'

/** JSON, as records hold it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A record of an entity, with the fields that the server adds. */
export type Row = Readonly<Record<string, Json>> & { readonly id: string }

/**
 * Where the records of an app are. Synchronous, so that a request is one turn and nobody sees half of it; what has
 * returned is kept (a store on disk has written it by then).
 */
export interface Store {
  /** All rows of a collection, in order of insertion; whoever gets them doesn't change them. */
  readonly all: (collection: string) => readonly Row[]
  readonly get: (collection: string, id: string) => Row | undefined
  /** Several changes that are kept together or not at all. */
  readonly write: (changes: readonly Change[]) => void
  /** Takes away every row of a collection, or of all. */
  readonly empty: (collection?: string) => void
  readonly close: () => void
}

export type Change =
  | { readonly kind: 'put'; readonly collection: string; readonly row: Row }
  | { readonly kind: 'remove'; readonly collection: string; readonly id: string }

/** An entity file: JSON Schema with access rules, as the official CLI reads it. */
export interface EntitySchema {
  readonly name: string
  readonly properties: Readonly<Record<string, PropertySchema>>
  readonly required?: readonly string[]
  readonly rls?: Rules
  /** Left out: what it does not name may be there too. */
  readonly [key: string]: unknown
}

export interface PropertySchema {
  readonly type?: string | readonly string[]
  readonly default?: Json
  readonly rls?: FieldRules
  readonly [key: string]: unknown
}

export type Operation = 'create' | 'read' | 'update' | 'delete'
/** Everybody, nobody, or what a row and a user must be like. */
export type Rule = boolean | null | Readonly<Record<string, unknown>>
export type Rules = Readonly<Partial<Record<Operation, Rule>>>
export type FieldRules = Readonly<Partial<Record<'read' | 'write', Rule>>>

/** Who asks: nobody in particular, a user of the app, or the service role. */
export type Caller =
  { readonly kind: 'nobody' } | { readonly kind: 'user'; readonly user: Row } | { readonly kind: 'service' }

/** What happened to a row: who may read it hears of it. */
export interface EntityEvent {
  readonly entity: string
  readonly type: 'create' | 'update' | 'delete'
  /** As it is now; of a deleted one, as it was. */
  readonly row: Row
}

/** Users of the app are rows of `User`; what nobody may read (passwords, codes) lies in a collection of its own. */
export const userEntity = 'User'

/** Turns tokens into callers and users into tokens. */
export interface Tokens {
  readonly ofUser: (user: Row) => Promise<string>
  readonly ofService: () => Promise<string>
  /** `invalid`: it is no token of this app, altered, expired, or its user is gone. */
  readonly callerOf: (token: string) => Promise<Caller | 'invalid'>
}

/** A line for whoever sits at the terminal. */
export interface Said {
  /** `functions/orders`, `auth`, … */
  readonly from: string
  readonly level: 'info' | 'warn' | 'error'
  readonly text: string
}

/** One app, as every route of the emulator sees it: what it holds and what acts on it. */
export interface Emulated {
  readonly appId: string
  /** Undefined where there is no such entity. Names are compared as they are written. `User` is always one: `userSchema`. */
  readonly schemaOf: (entity: string) => EntitySchema | undefined
  readonly store: Store
  readonly tokens: Tokens
  /** Known to the functions alone: a request that holds it was made by one. Left out: none is. */
  readonly functionState?: string
  /** Tells whoever listens. */
  readonly publish: (event: EntityEvent) => void
  /** Tells whoever follows a conversation with an agent. Left out: nobody can. */
  readonly tell?: (conversation: string, data: Json) => void
  readonly say: (said: Said) => void
  readonly now: () => Date
  /** A new one, of letters and digits. */
  readonly newId: () => string
  /** Integration → what it answers, from `integrations.json` of the project; see harness/emulator/rest. */
  readonly recorded: (integration: string) => Json | undefined
}

/** What a request of the emulator carries: the app, and who asks. */
export interface Env {
  readonly Bindings: { readonly app: Emulated }
  readonly Variables: { by: Caller; body: Json | undefined }
}
export type Routes = Hono<Env>
