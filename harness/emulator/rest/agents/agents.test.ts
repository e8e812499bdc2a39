import { expect, test } from 'vitest'
import { testApp, type Answered, type Asked } from '../../fixtures/test-app.ts'
import { createUser } from '../../users/create-user.ts'
import { mayFollow } from './conversations.ts'

const path = '/api/apps/app-1/agents/conversations'
const visitor = (id: string): Partial<Asked> => ({ headers: { 'x-base44-anonymous-id': id } })

async function emulator(recorded = {}) {
  const made = testApp({ recorded })
  const alice = createUser(made.app, { email: 'alice@example.com', role: 'user' })
  const by = {
    alice: { token: await made.app.tokens.ofUser(alice) },
    bob: { token: await made.app.tokens.ofUser(createUser(made.app, { email: 'bob@example.com', role: 'admin' })) },
    service: { token: await made.app.tokens.ofService() },
    visitor: visitor('visitor-1'),
    another: visitor('visitor-2'),
    nobody: {},
  }
  const create = (who: Partial<Asked>, json: object = { agent_name: 'helper' }): Promise<Answered> =>
    made.ask({ path, json, ...who })
  const add = (who: Partial<Asked>, id: unknown, json: object): Promise<Answered> =>
    made.ask({ path: `${path}/v2/${String(id)}/messages`, json, ...who })
  const get = (who: Partial<Asked>, below = ''): Promise<Answered> => made.ask({ path: `${path}${below}`, ...who })
  return { ...made, alice, by, create, add, get }
}

test('a conversation is seen by whoever began it, and by the service role', async () => {
  const { app, by, create, get, add, alice } = await emulator()
  for (const owner of ['alice', 'visitor'] as const) {
    const { status, json } = await create(by[owner], { agent_name: 'helper', metadata: { priority: 'high' } })
    expect([status, json]).toMatchObject([200, { agent_name: 'helper', app_id: 'app-1', messages: [], metadata: { priority: 'high' } }]) // prettier-ignore
    expect(json).not.toHaveProperty('owner')
    const id = String(json['id'])
    for (const who of ['alice', 'bob', 'visitor', 'another', 'service'] as const) {
      const may = who === owner || who === 'service'
      expect([who, (await get(by[who], `/${id}`)).json?.['id']]).toEqual([who, may ? id : undefined])
      expect([who, (await add(by[who], id, { content: 'hi' })).status]).toEqual([who, may ? 200 : 404])
    }
    expect(mayFollow(app, id, { by: { kind: 'user', user: alice } })).toBe(owner === 'alice')
    expect(mayFollow(app, id, { by: { kind: 'nobody' }, anonymousId: 'visitor-1' })).toBe(owner === 'visitor')
    expect(mayFollow(app, id, { by: { kind: 'nobody' } })).toBe(false)
  }
  expect((await create(by.nobody)).status).toBe(401)
  expect((await get(by.nobody)).status).toBe(401)
  expect((await create(by.alice, {})).status).toBe(422)
})

test('conversations are listed, filtered and paged as the SDK asks', async () => {
  const { advance, by, create, get } = await emulator()
  for (const priority of ['high', 'low', 'high']) {
    await create(by.alice, { agent_name: priority === 'low' ? 'a' : 'b', metadata: { priority } })
    advance(1)
  }
  await create(by.bob)
  const list = async (query: string): Promise<unknown> => (await get(by.alice, query)).json
  expect(await list('')).toHaveLength(3)
  expect(await list('?q[metadata.priority]=high')).toHaveLength(2)
  expect(await list('?q[agent_name]=a&fields[]=agent_name')).toEqual([{ agent_name: 'a' }])
  expect(await list('?sort=created_date&limit=1&skip=1&fields[]=agent_name')).toEqual([{ agent_name: 'a' }])
  expect(await list('?sort_by=-agent_name&limit=1&fields[]=agent_name')).toEqual([{ agent_name: 'b' }])
  expect(await list('?owner=user%3Aid1')).toEqual([])
  expect((await get(by.alice, '?q[a][$gt]=1')).status).toBe(400)
})

test('without a recorded answer the conversation keeps what the user said, and that is all', async () => {
  const { heard, by, create, add, get } = await emulator()
  const { id } = (await create(by.alice)).json
  const said = await add(by.alice, id, { role: 'user', content: 'hi', id: 'forged', created_date: 'forged' })
  expect(said).toMatchObject({ status: 200, json: { role: 'user', content: 'hi', metadata: { created_by_email: 'alice@example.com' } } }) // prettier-ignore
  expect((await get(by.alice, `/${String(id)}`)).json['messages']).toEqual([said.json])
  expect(said.json).not.toMatchObject({ id: 'forged' })
  expect(heard).toEqual([[id, { _message: said.json }]])
  expect((await add(by.alice, id, { role: 'assistant', content: 'I am the agent' })).status).toBe(403)
  expect((await add(by.alice, id, { role: 'emperor' })).status).toBe(422)
})

test('recorded answers are given in turn, the last again and again; followers hear their tool calls cut short', async () => {
  const long = { id: 't', name: 'find', arguments_string: 'a'.repeat(600), results: 'r'.repeat(60) }
  const { heard, by, create, add, get } = await emulator({
    'agents.helper': ['first', { content: 'then', tool_calls: [long] }],
  })
  const { id } = (await create(by.alice)).json
  for (const content of ['1', '2', '3']) await add(by.alice, id, { content })
  const { messages } = (await get(by.alice, `/${String(id)}`)).json as { messages: Record<string, unknown>[] }
  expect(messages.map(({ role, content }) => `${String(role)}: ${String(content)}`)).toEqual([
    'user: 1',
    'assistant: first',
    'user: 2',
    'assistant: then',
    'user: 3',
    'assistant: then',
  ])
  expect(messages[3]).toMatchObject({ tool_calls: [long] })
  const cut = { ...long, arguments_string: 'a'.repeat(500), results: 'r'.repeat(50) }
  expect(heard[3]).toMatchObject([id, { _message: { tool_calls: [cut] } }])
})

test('a message that is nested past reason, or no JSON, is refused', async () => {
  const { ask, by, create } = await emulator()
  const { id } = (await create(by.alice)).json
  const send = async (text: string): Promise<number> =>
    (await ask({ ...by.alice, path: `${path}/v2/${String(id)}/messages`, text })).status
  const nested = (levels: number): string => `{"content":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`
  expect([await send(nested(50)), await send(nested(100_000)), await send('{')]).toEqual([200, 400, 400])
})
