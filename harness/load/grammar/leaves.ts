import { z } from 'zod'

/**
 * Where the grammar ends and free-form data begins. The loader leaves these open and looks into them by itself,
 * so that one mistake gives one message; for editors they are spelled out, so that forms can be completed.
 */
export interface Leaves {
  /** Data that goes in: arguments, configuration, records, replies. */
  readonly value: z.ZodType
  /** What must be seen. */
  readonly pattern: z.ZodType
  /** What `sends` takes. */
  readonly sent: z.ZodType
  /** What `receives` takes. */
  readonly received: z.ZodType
  readonly step: z.ZodType
  /** A step inside `together`. */
  readonly part: z.ZodType
  /** A step inside a backend function. */
  readonly inner: z.ZodType
}

export const openLeaves: Leaves = {
  value: z.unknown(),
  pattern: z.unknown(),
  sent: z.unknown(),
  received: z.unknown(),
  step: z.unknown(),
  part: z.unknown(),
  inner: z.unknown(),
}

/** Names that exist outside a contract, and that it may use. */
export interface KnownNames {
  readonly generators: readonly string[]
  readonly models: readonly string[]
  readonly faults: readonly string[]
  /** Undefined where the statements could not be read: then any id may be cited. */
  readonly statements: readonly string[] | undefined
  /** What editors say of a name: name → one sentence. */
  readonly titles?: Readonly<Record<string, string>>
}
