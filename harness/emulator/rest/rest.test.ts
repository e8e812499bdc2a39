import { expect, test } from 'vitest'
import { testApp, type Asked } from '../fixtures/test-app.ts'
import { createUser } from '../users/create-user.ts'

type Who = 'nobody' | 'alice' | 'bob' | 'admin' | 'service'

/** An app in which somebody asks. */
function emulator(recorded: Parameters<typeof testApp>[0] = {}) {
  const made = testApp(recorded)
  const { app } = made
  const users = {
    alice: createUser(app, { email: 'alice@example.com', role: 'user' }),
    bob: createUser(app, { email: 'bob@example.com', role: 'user' }),
    admin: createUser(app, { email: 'admin@example.com', role: 'admin' }),
  }
  const tokenOf = async (who: Who): Promise<string | undefined> => {
    if (who === 'nobody') return undefined
    return who === 'service' ? app.tokens.ofService() : app.tokens.ofUser(users[who])
  }
  const as = async (who: Who, { path, ...rest }: Asked): ReturnType<typeof made.ask> =>
    made.ask({ ...rest, path: path.replace(':app', 'app-1'), token: await tokenOf(who) })
  return { ...made, users, tokenOf, as }
}

const post = 'POST'
const llm = '/api/apps/:app/integration-endpoints/Core/InvokeLLM'
const custom = '/api/apps/:app/integrations/custom/crm/get:/contacts/%7Bid%7D'
const installable = '/api/apps/:app/integration-endpoints/installable/Maps/integration-endpoints/Find'
const slack = '/api/apps/:app/external-auth/tokens/slack'
const call = '/api/apps/:app/connectors/slack/call'

test.each<[Who, string, string, Record<string, string | object>, number, unknown]>([
  ['nobody', post, llm, { 'Core.InvokeLLM': 'a haiku' }, 200, 'a haiku'],
  ['alice', post, llm, {}, 501, { message: expect.stringContaining('base44/integrations.json: { "Core.InvokeLLM"') }],
  ['alice', post, custom, { 'custom.crm.get:/contacts/{id}': { success: true } }, 200, { success: true }],
  ['alice', post, custom, {}, 501, { message: expect.stringContaining('"custom.crm.get:/contacts/{id}"') }],
  ['alice', post, installable, { 'Maps.Find': [1] }, 200, [1]],
  ['alice', post, installable, {}, 501, { message: expect.stringContaining('"Maps.Find"') }],
  ['service', 'GET', slack, { 'connectors.slack': 'xoxb' }, 200, { access_token: 'xoxb', connection_config: null }],
  ['service', 'GET', slack, { 'connectors.slack': { access_token: 'x', connection_config: { a: 1 } } }, 200, { access_token: 'x', connection_config: { a: 1 } }], // prettier-ignore
  ['service', 'GET', slack, {}, 404, { code: 'not_connected', message: expect.stringContaining('"connectors.slack"') }],
  ['service', 'GET', slack.replace('tokens', 'tokens/connectors'), { 'connectors.slack': 'w' }, 200, { access_token: 'w', connection_config: null }], // prettier-ignore
  ['alice', 'GET', slack, { 'connectors.slack': 'xoxb' }, 403, { message: expect.stringContaining('service role') }],
  ['admin', 'GET', slack, { 'connectors.slack': 'xoxb' }, 403, { message: expect.stringContaining('service role') }],
  ['nobody', 'GET', slack, { 'connectors.slack': 'xoxb' }, 401, { message: expect.stringContaining('service role') }],
  ['service', post, call, {}, 404, { code: 'not_connected' }],
  ['service', post, call, { 'connectors.slack': 'x' }, 501, { message: expect.stringContaining('"connectors.slack.call"') }], // prettier-ignore
  ['service', post, call, { 'connectors.slack.call': { success: true } }, 200, { success: true }],
  ['alice', post, call, { 'connectors.slack.call': { success: true } }, 403, {}],
  ['alice', post, '/api/apps/:app/app-user-auth/connectors/c/initiate', { 'connectors.c.initiate': { redirect_url: 'http://x' } }, 200, { redirect_url: 'http://x' }], // prettier-ignore
  ['nobody', post, '/api/apps/:app/app-user-auth/connectors/c/initiate', {}, 401, {}],
  ['alice', 'DELETE', '/api/apps/:app/app-user-auth/connectors/c', {}, 404, { code: 'not_connected' }],
  ['service', 'GET', '/api/apps/:app/app-user-auth/connectors/c/token', {}, 403, { message: expect.stringContaining('On whose behalf') }], // prettier-ignore
  ['alice', post, '/api/apps/:app/ai/openai/v1/chat/completions', {}, 501, { message: expect.stringContaining('AI gateway') }], // prettier-ignore
  ['alice', post, '/api/apps/:app/actors/Room/connection-token', {}, 501, { message: expect.stringContaining('actors') }], // prettier-ignore
  ['alice', 'GET', '/api/apps/:app/agents/a/whatsapp', {}, 501, { message: expect.stringContaining('WhatsApp') }],
  ['alice', 'GET', '/api/apps/:app/anything/else', {}, 501, { message: expect.stringContaining('/anything/else') }],
  ['alice', 'GET', '/api/apps/:app/entities/%24credentials', {}, 404, {}],
  ['service', 'GET', '/api/apps/:app/entities/$credentials', {}, 404, {}],
])('%s %s %s with %j: %i', async (who, method, path, recorded, status, json) => {
  const answer = await emulator({ recorded: recorded as Record<string, string> }).as(who, { method, path })
  expect(answer.status, JSON.stringify(answer.json)).toBe(status)
  if (typeof json === 'string') expect(answer.json).toBe(json)
  else expect(answer.json).toMatchObject(json as object)
})

test.each<[Who, Who | undefined, number]>([
  ['service', 'alice', 200],
  ['service', 'bob', 403],
  ['service', undefined, 403],
  ['service', 'service', 403],
  ['alice', 'alice', 403],
  ['nobody', 'alice', 401],
])('the single sign-on token of alice, asked for by %s on behalf of %s: %i', async (by, behalf, status) => {
  const { as, tokenOf, users } = emulator({ recorded: { 'sso.accessToken': 'sso', 'sso.idToken': 'id' } })
  const headers: Record<string, string> =
    behalf === undefined ? {} : { 'on-behalf-of': `Bearer ${await tokenOf(behalf)}` }
  for (const [kind, json] of [
    ['accesstoken', { access_token: 'sso' }],
    ['idtoken', 'id'],
  ]) {
    const answer = await as(by, { path: `/api/apps/:app/auth/sso/${String(kind)}/${users.alice.id}`, headers })
    expect(answer.status).toBe(status)
    if (status === 200) expect(answer.json).toEqual(json)
  }
})

test.each<[string | undefined, string | undefined, number, unknown]>([
  [undefined, undefined, 200, { id: 'app-1', public_settings: 'public_without_login' }],
  [undefined, 'stale', 200, { id: 'app-1', public_settings: 'public_without_login' }],
  ['private_with_login', undefined, 403, { extra_data: { reason: 'auth_required' } }],
  ['private_with_login', 'stale', 403, { extra_data: { reason: 'user_not_registered' } }],
  ['private_with_login', 'alice', 200, { id: 'app-1', public_settings: 'private_with_login' }],
])('public settings %s, asked for with %s: %i', async (settings, bearer, status, json) => {
  const { ask, tokenOf } = emulator(settings === undefined ? {} : { recorded: { 'app.publicSettings': settings } })
  const token = bearer === 'alice' ? await tokenOf('alice') : bearer
  const answer = await ask({ path: '/api/apps/public/prod/public-settings/by-id/app-1', token })
  expect(answer).toMatchObject({ status, json: json as object })
})

test('visits and events are counted; users see their own, admins and the service role all', async () => {
  const { as, ask, users } = emulator()
  const visit = (who: Who, page: string) =>
    as(who, { method: post, path: `/api/app-logs/:app/log-user-in-app/${page}` })
  for (const who of ['nobody', 'alice', 'bob', 'alice'] as const) expect((await visit(who, 'a/b')).status).toBe(200)
  await visit('alice', 'home')
  const batch = { events: [{ event_name: 'bought', properties: { n: 1 }, user_id: 'forged' }, { event_name: 'left' }] }
  const track = { path: '/api/apps/app-1/analytics/track/batch', json: batch }
  expect(await as('bob', track)).toMatchObject({ status: 200, json: { accepted: 2 } })
  expect(await ask({ ...track, token: 'stale' }), 'a stale token loses no event').toMatchObject({ status: 200 })
  expect(await ask({ ...track, json: { events: 'none' } })).toMatchObject({ status: 422 })

  const logs = (who: Who, query = '') => as(who, { path: `/api/app-logs/:app${query}` })
  expect((await logs('nobody')).status).toBe(401)
  expect((await logs('alice')).json).toMatchObject([{ page_name: 'home' }, { user_id: users.alice.id }, {}])
  expect((await logs('service')).json).toHaveLength(5)
  expect((await logs('admin', '?page_name=a%2Fb&limit=2&skip=1&fields[]=user_email&sort=created_date')).json).toEqual([
    { user_email: 'alice@example.com' },
    { user_email: 'bob@example.com' },
  ])
  expect((await logs('admin', '?limit=-1')).status).toBe(400)
  expect((await logs('admin', '?q[page_name][$ne]=x')).status).toBe(400)
  expect((await as('admin', { path: '/api/app-logs/:app/stats' })).json).toEqual({
    total_visits: 5,
    total_users: 2,
    visits_by_page: { 'a/b': 4, home: 1 },
    events_by_name: { bought: 2, left: 2 },
  })
  expect((await as('bob', { path: '/api/app-logs/:app/stats' })).json).toMatchObject({ total_visits: 1, events_by_name: { bought: 1 } }) // prettier-ignore
})
