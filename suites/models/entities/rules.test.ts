import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allows } from '../../../harness/emulator/rules/allows.ts'
import type { Caller as Asking, Rules } from '../../../harness/emulator/emulated.ts'
import { parse } from 'jsonc-parser'
import type { Caller } from '../parts/callers.ts'
import { entityNames, fieldsOf, isPublic, mayChange, mayCreate, mayRead } from './rules.ts'

// The few lines that the model knows of access are what the entity files of the fixture app say, whoever asks.

const callers: readonly Caller[] = [
  { name: 'alice', on: 'alice', kind: 'user', user: 'alice', admin: false },
  { name: 'bob', on: 'bob', kind: 'user', user: 'bob', admin: false },
  { name: 'ada', on: 'ada', kind: 'user', user: 'ada', admin: true },
  { name: 'nobody', on: 'nobody', kind: 'nobody', admin: false },
  { name: 'service', on: 'alice', kind: 'service', admin: false },
]
const cases = entityNames.flatMap((entity) => callers.map((caller) => ({ entity, caller, who: caller.name })))

test.each(cases)('$entity: $who may do what the file lets them, to their own and to that of others', (at) => {
  const { entity, caller } = at
  const { rls } = fileOf(entity)
  const may = (operation: keyof Rules, owner: string): boolean =>
    allows({ rule: rls[operation], row: { id: '1', created_by: `${owner}@x` }, by: asking(caller) })
  expect(mayCreate(caller)).toBe(may('create', caller.user ?? 'service'))
  for (const owner of ['alice', 'bob', 'service']) {
    const record = { entity, owner }
    expect([owner, mayRead(caller, record)]).toEqual([owner, may('read', owner)])
    expect([owner, mayChange(caller, record)]).toEqual([owner, may('update', owner)])
    expect([owner, mayChange(caller, record)]).toEqual([owner, may('delete', owner)])
  }
})

test.each(entityNames)('%s has the fields that the model gives it, and is public where the file says so', (entity) => {
  const { properties, rls } = fileOf(entity)
  const known = Object.keys(fieldsOf(entity, { title: '', text: '', completed: true }))
  expect(known.toSorted()).toEqual(Object.keys(properties).filter((key) => key !== 'run').toSorted()) // prettier-ignore
  expect(isPublic(entity)).toBe(rls.read === true)
})

function fileOf(entity: string): { readonly properties: object; readonly rls: Rules } {
  const path = new URL(`../../app/base44/entities/${entity}.jsonc`, import.meta.url)
  return parse(readFileSync(path, 'utf8')) as { properties: object; rls: Rules }
}

function asking({ kind, user, admin }: Caller): Asking {
  if (kind !== 'user') return { kind }
  return { kind, user: { id: String(user), email: `${user}@x`, role: admin ? 'admin' : 'user' } }
}
