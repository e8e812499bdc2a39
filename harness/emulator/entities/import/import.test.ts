import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntitySchema } from '../../emulated.ts'
import { callsOf, type Answered } from '../../fixtures/call.ts'
import { emulated } from '../../fixtures/emulated.ts'
import { csvRows } from './csv.ts'

const schema: EntitySchema = {
  name: 'Task',
  properties: {
    title: { type: 'string' },
    n: { type: 'integer' },
    done: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string' } },
  },
  required: ['title'],
}
const locked: EntitySchema = { ...schema, name: 'Locked', rls: { create: false } }

async function imported(name: string, text: string, entity = 'Task'): Promise<Answered & { kept: number }> {
  const app = emulated({ schemas: [schema, locked] })
  const body = new FormData()
  body.append('file', new File([text], name))
  const answer = await callsOf(app)(`POST /${entity}/import`, { body })
  expect(app.events.length).toBe(app.store.all(entity).length)
  return { ...answer, kept: app.store.all(entity).length }
}

const good: [string, string, string, unknown[]][] = [
  ['CSV', 'a.csv', 'title,n,done,tags,other\r\n"a, ""b""\n",1,TRUE,"[""x""]",z\r\n2,,,\r\n\r\n', [{ title: 'a, "b"\n', n: 1, done: true, tags: ['x'] }, { title: '2' }]], // prettier-ignore
  ['CSV with a mark at its start', 'a.csv', '\u{FEFF}title\na', [{ title: 'a' }]],
  ['JSON', 'a.json', '[{"title":"a","n":1}]', [{ title: 'a', n: 1 }]],
  ['JSON by what is in it', 'a.txt', ' [{"title":"a"}]', [{ title: 'a' }]],
  ['nothing but names', 'a.csv', 'title\n', []],
]

test.each(good)('%s becomes records', async (_name, file, text, records) => {
  const { status, body, kept } = await imported(file, text)
  const count = `${records.length} ${records.length === 1 ? 'entity' : 'entities'}`
  expect([status, kept]).toEqual([200, records.length])
  expect(body).toMatchObject({ status: 'success', details: `Successfully imported ${count} with RLS enforcement`, output: records }) // prettier-ignore
  expect(JSON.stringify(body)).not.toContain('other')
})

const bad: [string, string, string, RegExp][] = [
  ['a value of a wrong type', 'a.csv', 'title,n\na,1\nb,x', /^record 2: Error in field n: must be integer/],
  ['a record that lacks something', 'a.json', '[{"n":1}]', /^record 1: Error in field title: Field required/],
  ['too many fields', 'a.csv', 'title\na,b', /record 1 has more fields/],
  ['a quote that stays open', 'a.csv', 'title\n"a', /^line 2 has a quote that is not closed/],
  ['nothing', 'a.csv', '', /is empty/],
  ['no JSON', 'a.json', '{', /is no JSON/],
  ['no list', 'a.json', '{}', /no list of records/],
]

test.each(bad)('%s: nothing is imported, and it is said why', async (_name, file, text, said) => {
  const answer = await imported(file, text)
  expect(answer).toEqual({ status: 200, kept: 0, body: { status: 'error', details: expect.stringMatching(said) as string, output: null } }) // prettier-ignore
})

test('who may make none may import none; a form without a file is refused', async () => {
  expect(await imported('a.csv', 'title\na', 'Locked')).toMatchObject({ status: 403, kept: 0 })
  expect(await callsOf(emulated({ schemas: [schema] }))('POST /Task/import', { json: {} })).toMatchObject({
    status: 400,
  })
})

test('what is written as CSV is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', '\n', '\r', ' ') })
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 })
  fc.assert(
    fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, last) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(end)
      expect(csvRows(last ? text + end : text)).toEqual(rows)
    }),
  )
})
