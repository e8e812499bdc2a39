import type { Encoded } from '../../model/value.ts'
import type { Doc } from '../source/doc.ts'
import { flat } from '../source/doc.ts'
import { NotExpressible } from '../not-expressible.ts'
import type { Writing } from '../source/value.ts'

/** Something that must be so, as a script can ask it. The path says where in the expectation it stands. */
export type Condition =
  | { readonly kind: 'equal'; readonly path: Path; readonly observed: string; readonly expected: Doc }
  | {
      readonly kind: 'test'
      readonly path: Path
      readonly test: string
      /** In words. */
      readonly wanted: string
      readonly observed: string
    }
  /** Binds what is observed to a name. */
  | { readonly kind: 'keep'; readonly path: Path; readonly name: string; readonly observed: string }
  /** Gives every test an item of its own, and names the items. */
  | {
      readonly kind: 'assign'
      readonly path: Path
      readonly items: string
      readonly tests: readonly string[]
      readonly names: readonly string[]
      readonly wanted: string
    }

export type Path = readonly (string | number)[]

/** How an observed value is got at. */
export interface Access {
  readonly code: string
  /** An expression for whether it is there at all; left out: it is there unless it is undefined. */
  readonly present?: string
}

export interface Matching extends Writing {
  readonly path: Path
  /** How drawn values are seen here: as they are, as JSON carries them, or as the field of a form. */
  readonly as: 'value' | 'json' | 'form'
  /** An identifier for a kept value, or undefined where nothing may be kept. */
  readonly declare: (name: string) => string
  /** What must be so for any pattern: handed on, since forms are part of it. */
  readonly conditionsOf: Conditions
  /** Whether the violation that the script is about was seen at this place. */
  readonly isReported: (path: Path) => boolean
}

type Conditions = (pattern: Encoded, access: Access, at: Matching) => Condition[]

export function belowPath(at: Matching, key: string | number): Matching {
  return { ...at, path: [...at.path, key] }
}

/** All of it as one expression. What it would keep is not kept. */
export function allOf(conditions: readonly Condition[]): string {
  if (conditions.length === 0) return 'true'
  return conditions.map(expressionOf).join(' && ')
}

function expressionOf(condition: Condition): string {
  switch (condition.kind) {
    case 'equal':
      return `isDeepStrictEqual(${condition.observed}, ${flat(condition.expected)})`
    case 'test':
      return condition.test
    case 'keep':
      return `${condition.observed} !== undefined`
    case 'assign':
      return `assign(${condition.items}, [${condition.tests.join(', ')}]) !== undefined`
  }
}

/** What is looked at while it is not known whether it is the right one keeps nothing. */
export function withoutKeeping(at: Matching): Matching {
  return {
    ...at,
    isReported: () => false,
    declare: (name) => {
      throw new NotExpressible(`"${name}" is kept from one of several possibilities`)
    },
  }
}
