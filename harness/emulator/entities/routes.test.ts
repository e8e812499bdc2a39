import { expect, test } from 'vitest'
import { app as handler } from '../app.ts'
import type { EntitySchema, Row } from '../emulated.ts'
import { callsOf, type Answered } from '../fixtures/call.ts'
import { emulated, type AppForTests } from '../fixtures/emulated.ts'

const owner = { created_by: '{{user.email}}' }
const note: EntitySchema = {
  name: 'Note',
  properties: {
    title: { type: 'string', minLength: 1 },
    kind: { enum: ['a', 'b'] },
    done: { type: 'boolean', default: false },
    due: { type: 'string', format: 'date' },
    n: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
    secret: { type: 'string', rls: { read: { user_condition: { role: 'admin' } }, write: { user_condition: { role: 'admin' } } } }, // prettier-ignore
    constructor: { type: 'string' } as never,
  },
  required: ['title'],
  rls: { create: owner, read: owner, update: owner, delete: owner },
}
const open: EntitySchema = { name: 'Open', properties: {} }
const locked: EntitySchema = { name: 'Locked', properties: { n: { type: 'number' } }, rls: { read: true, create: false, update: false, delete: false } } // prettier-ignore
const inbox: EntitySchema = { name: 'Inbox', properties: { text: { type: 'string' } }, rls: { create: true, read: false } } // prettier-ignore
const user: EntitySchema = { name: 'User', properties: { team: { type: 'string' } } }
const users: Row[] = [
  { id: 'alice', email: 'alice@x', role: 'user' },
  { id: 'bob', email: 'bob@x', role: 'user' },
  { id: 'root', email: 'root@x', role: 'admin' },
]

function world(): { app: AppForTests; call: ReturnType<typeof callsOf> } {
  const app = emulated({ schemas: [note, open, locked, inbox, user], users })
  return { app, call: callsOf(app) }
}

const idOf = ({ body }: Answered): string => (body as Row).id

test('a record is made with defaults and what the server says of it, and is read back', async () => {
  const { app, call } = world()
  const json = { title: 't', id: 'mine', created_by: 'bob@x', created_date: 'x', is_sample: true, unknown: 1, secret: 's' } // prettier-ignore
  const made = await call('POST /Note', { as: 'alice', json })
  const date = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) as string
  expect(made).toEqual({
    status: 201,
    body: { id: 'id1', title: 't', done: false, created_date: date, updated_date: date, created_by: 'alice@x', created_by_id: 'alice', is_sample: false }, // prettier-ignore
  })
  expect(await call('GET /Note/id1', { as: 'alice' })).toEqual({ status: 200, body: made.body })
  expect(app.events).toEqual([{ entity: 'Note', type: 'create', row: made.body }])
})

const refused: [string, string, Parameters<ReturnType<typeof callsOf>>[1], number, RegExp][] = [
  ['an entity that is not there', 'GET /Nothing', {}, 404, /^Entity "Nothing" not found$/],
  ['a name that objects inherit', 'GET /constructor', {}, 404, /"constructor" not found/],
  ['an empty title', 'POST /Note', { as: 'alice', json: { title: '' } }, 422, /^Error in field title: must NOT have fewer than 1 characters \(minLength\)$/], // prettier-ignore
  ['no title', 'POST /Note', { as: 'alice', json: {} }, 422, /^Error in field title: Field required \(required\)$/],
  ['a wrong type', 'POST /Note', { as: 'alice', json: { title: 1 } }, 422, /^Error in field title: must be string \(type\)$/], // prettier-ignore
  ['a wrong value', 'POST /Note', { as: 'alice', json: { title: 't', kind: 'c' } }, 422, /^Error in field kind: must be equal to one of the allowed values: "a", "b" \(enum\)$/], // prettier-ignore
  ['a wrong format', 'POST /Note', { as: 'alice', json: { title: 't', due: 'soon' } }, 422, /field due: must match format "date" \(format\)/], // prettier-ignore
  ['a wrong item', 'POST /Note', { as: 'alice', json: { title: 't', tags: ['a', 1] } }, 422, /field tags\.1: must be string/], // prettier-ignore
  ['no JSON', 'POST /Note', { as: 'alice', body: '{' }, 400, /^The body of the request is no JSON\.$/],
  ['JSON without end', 'POST /Open', { body: '['.repeat(200) + ']'.repeat(200) }, 400, /more than 100 levels deep/],
  ['no record', 'POST /Note', { as: 'alice', json: [] }, 400, /A record is an object/],
  ['nobody, where an owner is asked for', 'POST /Note', { json: { title: 't' } }, 403, /Permission denied/],
  ['what nobody may make', 'POST /Locked', { as: 'alice', json: {} }, 403, /Permission denied/],
  ['no list', 'POST /Open/bulk', { json: {} }, 400, /is a list of records/],
  ['a query that is no JSON', 'GET /Open?q=%7B', {}, 400, /The query \("q"\) is no JSON/],
  ['a limit of nothing', 'GET /Open?limit=0', {}, 400, /"limit" takes a whole number from 1; this is "0"/],
  ['a limit of words', 'GET /Open?limit=ten', {}, 400, /"limit"/],
  ['a skip below nothing', 'GET /Open?skip=-1', {}, 400, /"skip" takes a whole number from 0/],
  ['a sort by nothing', 'GET /Open?sort=-', {}, 400, /"sort" takes the name of a field/],
  ['a delete of many that says nothing', 'DELETE /Open', {}, 400, /is no JSON/],
  ['an update of many by nobody', 'PATCH /Locked/update-many', { json: { query: {}, data: { $set: { n: 1 } } } }, 403, /Permission denied/], // prettier-ignore
  ['a delete of many by nobody', 'DELETE /Locked', { json: {} }, 403, /Permission denied/],
  ['an update of many without operators', 'PATCH /Open/update-many', { json: { query: {}, data: { n: 1 } } }, 400, /"n" is no operator of an update/], // prettier-ignore
  ['an update of many without data', 'PATCH /Open/update-many', { json: {} }, 400, /takes \{ "query"/],
  ['501 updates', 'PUT /Open/bulk', { json: Array.from({ length: 501 }, () => ({ id: 'a' })) }, 400, /501 records are more than one request takes \(500\)/], // prettier-ignore
  ['an update without id', 'PUT /Open/bulk', { json: [{ n: 1 }] }, 400, /names its "id"/],
  ['an invented cursor', 'GET /Open/v2/list?cursor=abc', {}, 400, /The cursor is none/],
  ['a new user', 'POST /User', { as: 'service', json: {} }, 403, /invite them, or let them register/],
  ['a token of nobody', 'GET /Note', { as: 'eve' }, 401, /invalid or has expired/],
]

test.each(refused)('refused: %s', async (_name, line, asked, status, said) => {
  const { app, call } = world()
  const answer = await call(line, asked)
  expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ message: expect.stringMatching(said) })]) // prettier-ignore
  expect(app.events).toEqual([])
})

test.each(['other', 'public'])('another app is not here: %s', async (id) => {
  const { app } = world()
  const answer = await handler.fetch(new Request(`http://x/api/apps/${id}/entities/Open`), { app })
  expect([answer.status, await answer.json()]).toEqual([404, expect.objectContaining({ message: expect.stringMatching(/^there is no app /i) })]) // prettier-ignore
})

test('what belongs to another is not there: not listed, read, updated, deleted, counted', async () => {
  const { app, call } = world()
  const id = idOf(await call('POST /Note', { as: 'alice', json: { title: 'a' } }))
  const before = app.store.get('Note', id)
  const missing = {
    status: 404,
    body: expect.objectContaining({ message: `Entity Note with ID ${id} not found` }) as unknown,
  }
  expect(await call('GET /Note', { as: 'bob' })).toEqual({ status: 200, body: [] })
  expect(await call('GET /Note')).toEqual({ status: 200, body: [] })
  expect(await call('GET /Note/count', { as: 'bob' })).toEqual({ status: 200, body: { count: 0 } })
  expect(await call(`GET /Note/${id}`, { as: 'bob' })).toEqual(missing)
  expect(await call(`PUT /Note/${id}`, { as: 'bob', json: { title: 'b' } })).toEqual(missing)
  expect(await call('PUT /Note/bulk', { as: 'bob', json: [{ id, title: 'b' }] })).toEqual(missing)
  expect(await call(`DELETE /Note/${id}`, { as: 'bob' })).toEqual(missing)
  expect(await call('PATCH /Note/update-many', { as: 'bob', json: { query: {}, data: { $set: { title: 'b' } } } })).toEqual({ status: 200, body: { success: true, updated: 0, has_more: false } }) // prettier-ignore
  expect(await call('DELETE /Note', { as: 'bob', json: {} })).toEqual({ status: 200, body: { success: true, deleted: 0 } }) // prettier-ignore
  expect(app.store.get('Note', id)).toEqual(before)
  expect(await call('GET /Note/count', { as: 'service' })).toEqual({ status: 200, body: { count: 1 } })
})

test('an update changes what it names, and never what the server says', async () => {
  const { app, call } = world()
  const made = await call('POST /Note', { as: 'alice', json: { title: 'a', n: 1 } })
  const json = { n: 2, id: 'x', created_by: 'bob@x', created_date: 'x', unknown: 1 }
  const { body } = await call(`PUT /Note/${idOf(made)}`, { as: 'alice', json })
  expect(body).toEqual({ ...(made.body as Row), n: 2, updated_date: expect.any(String) })
  expect(String((body as Row)['updated_date']) > String((made.body as Row)['updated_date'])).toBe(true)
  expect(app.events.map(({ type }) => type)).toEqual(['create', 'update'])
  expect(await call(`PUT /Note/${idOf(made)}`, { as: 'alice', json: { title: null } })).toMatchObject({ status: 422 })
})

test('fields with rules of their own: neither read, nor written, nor asked about', async () => {
  const { app, call } = world()
  const id = idOf(await call('POST /Note', { as: 'alice', json: { title: 'a', secret: 'guess' } }))
  expect(app.store.get('Note', id)).not.toHaveProperty('secret')
  await call(`PUT /Note/${id}`, { as: 'service', json: { secret: 's' } })
  expect((await call(`PUT /Note/${id}`, { as: 'alice', json: { secret: 'mine', n: 3 } })).body).not.toHaveProperty('secret') // prettier-ignore
  await call('PATCH /Note/update-many', { as: 'alice', json: { query: {}, data: { $set: { secret: 'mine', n: 4 } } } })
  await call('PATCH /Note/update-many', { as: 'alice', json: { query: {}, data: { $rename: { secret: 'kind' } } } })
  expect(app.store.get('Note', id)).toMatchObject({ secret: 's', n: 4 })
  const q = encodeURIComponent(JSON.stringify({ secret: 's' }))
  expect(await call(`GET /Note?q=${q}`, { as: 'alice' })).toMatchObject({ body: [] })
  expect(await call(`GET /Note?q=${q}`, { as: 'service' })).toMatchObject({ body: [{ id }] })
  expect(await call('GET /Note/v2/list?distinct=secret', { as: 'alice' })).toMatchObject({ body: { items: [] } })
})

test('who may make what they may not read is told what they made', async () => {
  const { call } = world()
  expect(await call('POST /Inbox', { json: { text: 'hi' } })).toMatchObject({ status: 201, body: { text: 'hi', created_by: null } }) // prettier-ignore
  expect(await call('GET /Inbox')).toEqual({ status: 200, body: [] })
})

test('in bulk: all are made or none, all are updated or none', async () => {
  const { app, call } = world()
  expect(await call('POST /Note/bulk', { as: 'alice', json: [{ title: 'a' }, { title: 1 }] })).toMatchObject({ status: 422 }) // prettier-ignore
  expect(app.events).toEqual([])
  const made = await call('POST /Note/bulk', { as: 'alice', json: [{ title: 'a' }, { title: 'b' }] })
  const [a, b] = made.body as [Row, Row]
  expect(made.status).toBe(201)
  expect(await call('PUT /Note/bulk', { as: 'alice', json: [{ id: a.id, n: 1 }, { id: 'x' }] })).toMatchObject({ status: 404 }) // prettier-ignore
  expect(app.store.get('Note', a.id)).toEqual(a)
  const twice = [{ id: a.id, n: 1 }, { id: b.id, n: 2 }, { id: a.id, kind: 'a' }] // prettier-ignore
  const { body } = await call('PUT /Note/bulk', { as: 'alice', json: twice })
  expect(body).toMatchObject([{ id: a.id, n: 1, kind: 'a' }, { id: b.id, n: 2 }]) // prettier-ignore
  expect(app.events.map(({ type, row }) => `${type} ${row.id}`)).toEqual([`create ${a.id}`, `create ${b.id}`, `update ${a.id}`, `update ${b.id}`]) // prettier-ignore
})

test('an update of many takes 500 at a time and says that there are more', async () => {
  const { call } = world()
  await call('POST /Open/bulk', { json: Array.from({ length: 501 }, (_, n) => ({ n, state: 'new' })) })
  const json = { query: { state: 'new' }, data: { $set: { state: 'old' }, $inc: { n: 1 } } }
  const next = (): Promise<unknown> => call('PATCH /Open/update-many', { json }).then(({ body }) => body)
  expect(await next()).toEqual({ success: true, updated: 500, has_more: true })
  expect(await next()).toEqual({ success: true, updated: 1, has_more: false })
  expect(await next()).toEqual({ success: true, updated: 0, has_more: false })
})

test('a delete of many tells of each, as it was', async () => {
  const { app, call } = world()
  await call('POST /Open/bulk', { json: [{ n: 1 }, { n: 2 }, { n: 3 }] })
  expect(await call('DELETE /Open', { json: { n: { $gte: 2 } } })).toEqual({ status: 200, body: { success: true, deleted: 2 } }) // prettier-ignore
  expect(app.events.slice(3)).toMatchObject([
    { type: 'delete', row: { n: 2 } },
    { type: 'delete', row: { n: 3 } },
  ])
  const [left] = app.store.all('Open')
  expect(await call(`DELETE /Open/${left?.id}`)).toEqual({ status: 200, body: { success: true } })
  expect(app.store.all('Open')).toEqual([])
})

test('names of prototypes are names like any other', async () => {
  const { call } = world()
  const body = '{"__proto__":{"role":"admin"},"constructor":{"name":5},"toString":"x"}'
  const made = await call('POST /Open', { body })
  const json = JSON.stringify((await call(`GET /Open/${idOf(made)}`)).body)
  expect(json).toContain(body.slice(1, -1))
  expect(Object.hasOwn(Object.prototype, 'role')).toBe(false)
  const query = (q: string): Promise<Answered> => call(`GET /Open?q=${encodeURIComponent(q)}`)
  expect(await query('{"toString":"x"}')).toMatchObject({ body: [{ toString: 'x' }] })
  expect(await query('{"constructor":{"$gt":1}}')).toEqual({ status: 200, body: [] })
  expect(await query('{"__proto__":{"role":"admin"}}')).toMatchObject({ status: 400 })
  for (const data of [
    '{"$set":{"__proto__.role":"admin"}}',
    '{"$set":{"a":{"__proto__":{"x":1}}}}',
    '{"$rename":{"a":"__proto__"}}',
  ]) {
    // prettier-ignore
    expect(await call('PATCH /Open/update-many', { body: `{"query":{},"data":${data}}` })).toMatchObject({ status: 400 }) // prettier-ignore
  }
})

test('users are read by themselves and by admins, and changed here by the service role only', async () => {
  const { call } = world()
  const ids = async (as: string): Promise<unknown> =>
    ((await call('GET /User/v2/list?sort=id', { as })).body as { items: Row[] }).items.map(({ id }) => id) // prettier-ignore
  expect(await call('GET /User')).toMatchObject({ status: 401 })
  expect(await ids('alice')).toEqual(['alice'])
  expect(await ids('root')).toEqual(['alice', 'bob', 'root'])
  const json = { query: {}, data: { $set: { team: 'a' } } }
  expect(await call('PATCH /User/update-many', { as: 'root', json })).toMatchObject({ status: 403 })
  expect(await call('PATCH /User/update-many', { as: 'service', json })).toMatchObject({ body: { updated: 3 } })
  expect(await call('PUT /User/bulk', { as: 'alice', json: [{ id: 'alice', team: 'b' }] })).toMatchObject({ status: 404 }) // prettier-ignore
})
