import { expect, test } from 'vitest'
import { entityRules, fieldRules } from './rules-grammar.ts'

test.each([
  {},
  { create: true, read: false, update: null, delete: '' },
  { read: { created_by: '{{user.email}}' } },
  { read: { $or: [{ created_by_id: '{{user.id}}' }, { user_condition: { role: 'admin' } }] } },
  { write: { $nor: [{ 'data.state': { $in: ['draft', null] } }], $and: [{ n: { $gt: 1, $lte: 3 } }] } },
])('%j are rules', (rules) => {
  expect(entityRules.safeParse(rules).success).toBe(true)
  expect(fieldRules.safeParse(rules).success).toBe(true)
})

test.each([
  [{ read: 'everybody' }, 'read', '"everybody", which is no rule'],
  [{ read: { user_condition: { role: { $in: ['admin'] } } } }, 'read.user_condition.role', 'a plain value'],
  [{ read: { user_condition: {} } }, 'read.user_condition', 'names no attribute'],
  [{ update: { $or: { a: 1 } } }, 'update.$or', 'no list of conditions'],
  [{ update: { $or: [{ a: 1 }, true] } }, 'update.$or.1', 'no condition'],
  [{ delete: { $not: { a: 1 } } }, 'delete.$not', '$not, which joins no conditions'],
  [{ delete: { $and: [{ a: { $regex: '.' } }] } }, 'delete.$and.0.a.$regex', '$regex, which is no operator'],
  [{ write: { a: ['b'] } }, 'write.a', 'neither a plain value nor operators'],
])('%j is told at %s: %s', (rules, path, message) => {
  const [issue] = entityRules.safeParse(rules).error?.issues ?? []
  expect(issue?.path.join('.')).toBe(path)
  expect(issue?.message).toContain(message)
})
