import { z } from 'zod'

/**
 * Access rules, as the official command line takes them. A rule that nobody can decide lets nobody in, without a word to
 * whoever wonders why: so it is told, and where it is written.
 */
export const entityRules: z.ZodType = z.looseObject(perOperation(['create', 'read', 'update', 'delete', 'write']))
export const fieldRules: z.ZodType = z.looseObject(perOperation(['read', 'write', 'create', 'update', 'delete']))

const operators = ['$eq', '$ne', '$in', '$nin', '$gt', '$gte', '$lt', '$lte', '$exists', '$all', '$size', '$elemMatch']

interface Mistake {
  readonly path: readonly (string | number)[]
  readonly message: string
}

function perOperation(operations: readonly string[]): Record<string, z.ZodType> {
  const rule = z.unknown().superRefine((value, context) => {
    for (const { path, message } of mistakesInRule(value))
      context.addIssue({ code: 'custom', path: [...path], message })
  })
  return Object.fromEntries(operations.map((operation) => [operation, rule.optional()]))
}

/** Everybody, nobody, no rule, or what a record and a user must be like. */
function mistakesInRule(rule: unknown): Mistake[] {
  if (typeof rule === 'boolean' || rule === null || rule === undefined || rule === '') return []
  return isObject(rule)
    ? mistakesInCondition(rule, [])
    : [{ path: [], message: `${JSON.stringify(rule)}, which is no rule` }]
}

function mistakesInCondition(condition: object, path: Mistake['path']): Mistake[] {
  return Object.entries(condition).flatMap(([key, wanted]: [string, unknown]) => {
    const at = [...path, key]
    if (key === '$and' || key === '$or' || key === '$nor') return mistakesInList(wanted, at)
    if (key === 'user_condition') return mistakesOfUser(wanted, at)
    if (key.startsWith('$')) return [{ path: at, message: `${key}, which joins no conditions: $and, $or and $nor do` }]
    return mistakesOfField(wanted, at)
  })
}

function mistakesInList(list: unknown, path: Mistake['path']): Mistake[] {
  if (!Array.isArray(list)) return [{ path, message: `${JSON.stringify(list)}, which is no list of conditions` }]
  return list.flatMap((one: unknown, index) => {
    const at = [...path, index]
    return isObject(one) ? mistakesInCondition(one, at) : [{ path: at, message: `${JSON.stringify(one)}, which is no condition` }] // prettier-ignore
  })
}

function mistakesOfUser(wanted: unknown, path: Mistake['path']): Mistake[] {
  const attributes: [string, unknown][] = isObject(wanted) ? Object.entries(wanted) : []
  if (attributes.length === 0)
    return [{ path, message: `${JSON.stringify(wanted)}, which names no attribute of a user` }]
  return attributes
    .filter(([name, value]) => name.startsWith('$') || !isScalar(value))
    .map(([name]) => ({
      path: [...path, name],
      message: 'something else than a plain value, to which a user is compared',
    }))
}

function mistakesOfField(wanted: unknown, path: Mistake['path']): Mistake[] {
  if (isScalar(wanted)) return []
  if (!isObject(wanted))
    return [{ path, message: `${JSON.stringify(wanted)}, which is neither a plain value nor operators` }]
  return Object.keys(wanted)
    .filter((name) => !operators.includes(name))
    .map((name) => ({ path: [...path, name], message: `${name}, which is no operator: ${operators.join(', ')}` }))
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
