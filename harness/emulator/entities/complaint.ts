import { Ajv, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { EntitySchema } from '../emulated.ts'
import type { Fields } from './known-fields.ts'

/** What a record has against its schema, naming field and rule; undefined: nothing. `partial`: it need not be whole. */
export function complaint(asked: { schema: EntitySchema; record: Fields; partial: boolean }): string | undefined {
  const { whole, partial } = validatorsOf(asked.schema)
  const validate = asked.partial ? partial : whole
  if (validate(asked.record)) return undefined
  const [error] = validate.errors ?? []
  return error === undefined ? 'The record is not as its schema wants it.' : sentence(error)
}

interface Validators {
  readonly whole: ValidateFunction
  readonly partial: ValidateFunction
}

const known = new WeakMap<object, Validators>()

function validatorsOf(schema: EntitySchema): Validators {
  // What guards an entity may be laid around the same properties.
  const kept = known.get(schema.properties)
  if (kept !== undefined) return kept
  const { required, ...rest } = asJsonSchema(schema)
  const made = {
    whole: ajv().compile(required === undefined ? rest : { ...rest, required }),
    partial: ajv().compile(rest),
  }
  known.set(schema.properties, made)
  return made
}

/** Lenient about words that JSON Schema lacks (`rls`, `enumNames`), and never fooled by what objects inherit. */
function ajv(): Ajv {
  const made = new Ajv({ strict: false, ownProperties: true, logger: false })
  formats.default(made)
  return made
}

/** An entity file, without what would send Ajv elsewhere: the dialect and the name under which it is published. */
function asJsonSchema({ $schema: _dialect, $id: _name, rls: _rls, ...schema }: EntitySchema): AnySchemaObject & {
  readonly required?: readonly string[]
} {
  return { ...schema, type: 'object' }
}

function sentence({ instancePath, keyword, message = 'is not valid', params }: ErrorObject): string {
  const path = instancePath.split('/').slice(1).map(unescaped)
  if (keyword === 'required') {
    return `Error in field ${[...path, String(params['missingProperty'])].join('.')}: Field required (required)`
  }
  const allowed: unknown = params['allowedValues']
  const values = Array.isArray(allowed) ? `: ${allowed.map((one) => JSON.stringify(one)).join(', ')}` : ''
  return `Error in field ${path.join('.')}: ${message}${values} (${keyword})`
}

/** A step of a JSON pointer as the name it is. */
function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}
