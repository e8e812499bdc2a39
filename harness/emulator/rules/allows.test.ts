import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Caller, Json, Row, Rule } from '../emulated.ts'
import { allows } from './allows.ts'

const alice: Row = { id: 'u1', email: 'alice@x', role: 'user', team: 'red', level: 3, teams: ['red', 'blue'], none: '' }
const user: Caller = { kind: 'user', user: alice }
const nobody: Caller = { kind: 'nobody' }
const service: Caller = { kind: 'service' }
const row = { created_by: 'alice@x', status: 'open', team: 'red', n: 5, tags: ['a', 'b'], address: { city: 'x' } }

const cases: [string, unknown, boolean][] = [
  ['no rule', undefined, true],
  ['null', null, true],
  ['an empty text', '', true],
  ['an empty object', {}, true],
  ['true', true, true],
  ['false', false, false],
  ['a number', 1, false],
  ['a text', 'true', false],
  ['a list', [], false],
  ['the owner', { created_by: '{{user.email}}' }, true],
  ['another owner', { created_by: 'bob@x' }, false],
  ['a field of the schema', { 'data.status': 'open' }, true],
  ['a nested field', { 'data.address.city': 'x' }, true],
  ['a template of the user data', { 'data.team': '{{user.data.team}}' }, true],
  ['a template inside a text', { created_by: 'alice@{{user.id}}' }, false],
  ['a list of the user', { team: { $in: '{{user.data.teams}}' } }, true],
  ['templates inside operators', { created_by: { $nin: ['{{user.email}}'] } }, false],
  ['a template that stands for nothing', { absent: '{{user.data.absent}}' }, false],
  ['one that is empty', { absent: '{{user.data.none}}' }, false],
  ['the same, negated', { team: { $ne: '{{user.data.absent}}' } }, false],
  ['the same, below $nor', { $nor: [{ team: '{{user.data.absent}}' }] }, false],
  ['the same, beside what holds', { $or: [{ team: '{{user.data.absent}}' }, { status: 'open' }] }, true],
  ['what is inherited', { '{{x}}': 1, constructor: '{{user.constructor}}' }, false],
  ['not a template of the user', { status: '{{env.SECRET}}' }, false],
  ['a role', { user_condition: { role: 'user' } }, true],
  ['another role', { user_condition: { role: 'admin' } }, false],
  ['data of the user', { user_condition: { 'data.team': 'red' } }, true],
  ['operators where none may be', { user_condition: { role: { $ne: 'admin' } } }, false],
  ['those below $nor', { $nor: [{ user_condition: { role: { $in: ['admin'] } } }] }, false],
  ['all of a list', { $and: [{ status: 'open' }, { team: 'red' }] }, true],
  ['not all', { $and: [{ status: 'open' }, { team: 'blue' }] }, false],
  ['one of a list', { $or: [{ status: 'done' }, { team: 'red' }] }, true],
  ['none of an empty list', { $or: [] }, false],
  ['none of these', { $nor: [{ status: 'done' }] }, true],
  ['a list that is none', { $or: { status: 'open' } }, false],
  ['an operator that nobody knows', { status: { $regex: 'o' } }, false],
  ['that one below $nor', { $nor: [{ status: { $where: 'x' } }] }, false],
  ['an unknown one at the root', { $where: 'true' }, false],
  ['a name of Object', { status: { constructor: 1 } }, false],
  ['$eq', { n: { $eq: 5 } }, true],
  ['$ne', { n: { $ne: 5 } }, false],
  ['$in', { n: { $in: [4, 5] } }, true],
  ['$nin', { n: { $nin: [4, 5] } }, false],
  ['$in of no list', { n: { $in: 5 } }, false],
  ['$nin of no list', { n: { $nin: 5 } }, false],
  ['$gt and $lte', { n: { $gt: 4, $lte: 5 } }, true],
  ['$lt of a text', { n: { $lt: '9' } }, false],
  ['$gte of texts', { status: { $gte: 'open' } }, true],
  ['$exists', { n: { $exists: true }, m: { $exists: false } }, true],
  ['$all', { tags: { $all: ['b', 'a'] } }, true],
  ['$all, not', { tags: { $all: ['b', 'c'] } }, false],
  ['$size', { tags: { $size: 2 } }, true],
  ['$elemMatch', { tags: { $elemMatch: { $in: ['b'] } } }, true],
  ['null for what is not there', { absent: null }, true],
  ['a list is not what is in it', { tags: 'a' }, false],
]

test.each(cases)('%s', (_name, rule, allowed) => {
  expect(allows({ rule: rule as Rule, row, by: user })).toBe(allowed)
})

const scalar = fc.oneof(fc.constantFrom('alice@x', 'open', 'red', '', '{{user.email}}', '{{user.data.absent}}'), fc.integer(), fc.boolean(), fc.constant(null)) // prettier-ignore
const field = fc.constantFrom('created_by', 'data.status', 'team', 'n', 'absent', 'constructor', '__proto__')
const { condition } = fc.letrec<{ condition: Record<string, Json> }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.dictionary(field, fc.oneof(scalar, fc.record({ $in: fc.array(scalar) }), fc.record({ $nin: fc.array(scalar) })), { minKeys: 1 }), // prettier-ignore
    fc.record({ user_condition: fc.dictionary(fc.constantFrom('role', 'data.team'), scalar, { minKeys: 1 }) }),
    fc.tuple(fc.constantFrom('$or', '$and', '$nor'), fc.array(tie('condition'), { maxLength: 3 })).map(([key, list]) => ({ [key]: list })), // prettier-ignore
  ),
}))

test('nobody passes no condition, the service role every one', () => {
  fc.assert(
    fc.property(condition, (rule) => {
      expect(allows({ rule, row, by: nobody })).toBe(false)
      expect(allows({ rule, row, by: service })).toBe(true)
    }),
  )
})

test('a condition and its negation never both hold; together with what is known, one does', () => {
  fc.assert(
    fc.property(condition, (rule) => {
      const yes = allows({ rule, row, by: user })
      const no = allows({ rule: { $nor: [rule] }, row, by: user })
      expect(yes && no).toBe(false)
      if (!JSON.stringify(rule).includes('user.data.absent')) expect(yes || no).toBe(true)
    }),
  )
})

test('$and is the meet and $or the join of its parts', () => {
  fc.assert(
    fc.property(condition, condition, (one, other) => {
      const [a, b] = [one, other].map((rule) => allows({ rule, row, by: user }))
      expect(allows({ rule: { $and: [one, other] }, row, by: user })).toBe(a && b)
      expect(allows({ rule: { $or: [one, other] }, row, by: user })).toBe(a || b)
    }),
  )
})
