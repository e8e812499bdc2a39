import { expect, test } from 'vitest'
import type { Caller, EntitySchema, Row } from '../emulated.ts'
import { forbiddenFields } from './forbidden-fields.ts'
import { readable } from './readable.ts'

const schema: EntitySchema = {
  name: 'Employee',
  properties: {
    name: { type: 'string' },
    salary: {
      type: 'number',
      rls: { read: { user_condition: { role: 'hr' } }, write: { user_condition: { role: 'hr' } } },
    },
    secret: { type: 'string', rls: { read: false } },
  },
  rls: { read: { $or: [{ created_by: '{{user.email}}' }, { user_condition: { role: 'hr' } }] } },
}
const row: Row = { id: '1', created_by: 'a@x', name: 'Al', salary: 5, secret: 's' }

const callers: [string, Caller, Partial<Row> | undefined][] = [
  ['nobody', { kind: 'nobody' }, undefined],
  ['a stranger', { kind: 'user', user: { id: '2', email: 'b@x', role: 'user' } }, undefined],
  [
    'the owner',
    { kind: 'user', user: { id: '1', email: 'a@x', role: 'user' } },
    { id: '1', created_by: 'a@x', name: 'Al' },
  ],
  [
    'hr',
    { kind: 'user', user: { id: '3', email: 'h@x', role: 'hr' } },
    { id: '1', created_by: 'a@x', name: 'Al', salary: 5 },
  ],
  ['the service role', { kind: 'service' }, row],
]

test.each(callers)('a row as %s may see it', (_name, by, seen) => {
  expect(readable({ schema, row, by })).toEqual(seen)
})

test.each([
  ['nobody', { kind: 'nobody' }, ['salary']],
  ['hr', { kind: 'user', user: { id: '3', role: 'hr' } }, []],
  ['the service role', { kind: 'service' }, []],
] as [string, Caller, string[]][])('fields that %s may not write', (_name, by, forbidden) => {
  const change = { name: 'x', salary: 6, constructor: 1 }
  expect(forbiddenFields({ schema, change, row: { ...row, ...change }, by, operation: 'update' })).toEqual(forbidden)
})

test('an entity may have one rule for all that changes it', () => {
  const guarded: EntitySchema = { name: 'A', properties: { n: { rls: { create: false, write: true } as never } } }
  const asked = { schema: guarded, change: { n: 1 }, row, by: { kind: 'nobody' } as const }
  expect(forbiddenFields({ ...asked, operation: 'create' })).toEqual(['n'])
  expect(forbiddenFields({ ...asked, operation: 'update' })).toEqual([])
})
