import { createClient, createClientFromRequest } from '@base44/sdk'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { served } from './fixtures/serve.ts'
import { testApp, type TestApp } from './fixtures/test-app.ts'
import { createUser } from './users/create-user.ts'

// The SDK writes errors to the console as well.
beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

const user = { name: 'User', properties: { bio: { type: 'string' } } }
const recorded = {
  'Core.InvokeLLM': 'a haiku',
  'custom.crm.get:/contacts/{id}': { success: true, status_code: 200, data: [] },
  'connectors.slack': 'xoxb',
  'connectors.x.call': { success: true, phase: 'responded', status_code: 201, data: { id: 1 } },
  'agents.helper': ['hello'],
  'sso.accessToken': 'sso-token',
}
const said = ({ said }: TestApp): string => /(?:code|token) ([\w-]+),/.exec(said.at(-1)?.text ?? '')?.[1] ?? 'none'

test('a user registers, verifies, logs in, changes what is theirs, resets and changes the password', async () => {
  const emulator = testApp({ schemas: [user] })
  await using server = await served(emulator.app)
  const { auth } = createClient({ appId: 'app-1', serverUrl: server.url, token: 'stale' })
  const [email, password] = ['alice@example.com', 'password-1']
  expect(await auth.isAuthenticated()).toBe(false)
  await auth.register({ email, password })
  await expect(auth.verifyOtp({ email, otpCode: '000000' })).rejects.toMatchObject({ status: 400 })
  await auth.resendOtp(email)
  await auth.verifyOtp({ email, otpCode: said(emulator) })
  await expect(auth.loginViaEmailPassword(email, 'wrong')).rejects.toMatchObject({ status: 400, message: 'Invalid email or password' }) // prettier-ignore
  const { user: alice } = await auth.loginViaEmailPassword(email, password)
  expect(await auth.me()).toMatchObject({ id: alice.id, email, role: 'user', is_service: false, disabled: null })
  expect(await auth.updateMe({ bio: 'b', role: 'admin' })).toMatchObject({ bio: 'b', role: 'user' })
  await auth.resetPasswordRequest(email)
  await auth.resetPassword({ resetToken: said(emulator), newPassword: 'password-2' })
  expect(await auth.isAuthenticated(), 'the reset signed her out').toBe(false)
  await auth.loginViaEmailPassword(email, 'password-2')
  await auth.changePassword({ userId: alice.id, currentPassword: 'password-2', newPassword: 'password-3' })
  expect(await auth.isAuthenticated(), 'so did the change').toBe(false)
  await auth.loginViaEmailPassword(email, 'password-3')
  expect(await auth.isAuthenticated()).toBe(true)
})

test('an admin invites at both addresses', async () => {
  const { app } = testApp()
  await using server = await served(app)
  const token = await app.tokens.ofUser(createUser(app, { email: 'ada@example.com', role: 'admin' }))
  const client = createClient({ appId: 'app-1', serverUrl: server.url, token })
  await client.auth.inviteUser('bob@example.com', 'user')
  const { users } = client as unknown as { users: { inviteUser: (email: string, role: string) => Promise<unknown> } }
  await users.inviteUser('eve@example.com', 'admin')
  expect(app.store.all('$invitations')).toMatchObject([{ email: 'bob@example.com', role: 'user' }, { role: 'admin' }])
  await expect(client.auth.inviteUser('bob@example.com', 'emperor')).rejects.toMatchObject({ status: 400 })
})

test('files, integrations, agents, logs and events of a user', async () => {
  const { app } = testApp({ recorded })
  await using server = await served(app)
  const token = await app.tokens.ofUser(createUser(app, { email: 'alice@example.com', role: 'user' }))
  const { integrations, agents, appLogs, analytics, app: about, auth } = createClient({ appId: 'app-1', serverUrl: server.url, token }) // prettier-ignore
  const file = new File(['öffentlich'], 'ä.txt', { type: 'text/plain' })
  const { file_url: open } = await integrations.Core.UploadFile({ file })
  expect(await (await fetch(open)).text()).toBe('öffentlich')
  const { file_uri } = await integrations.Core.UploadPrivateFile({ file })
  const { signed_url: signed } = await integrations.Core.CreateFileSignedUrl({ file_uri })
  expect([(await fetch(signed)).status, (await fetch(signed.replace(/\?.*/, ''))).status]).toEqual([200, 403])

  expect(await integrations.Core.InvokeLLM({ prompt: 'p' })).toBe('a haiku')
  expect(await integrations.custom.call('crm', 'get:/contacts/{id}', { pathParams: { id: '1' } })).toMatchObject({ success: true }) // prettier-ignore
  await expect(integrations.Core.SendEmail({ to: 'a', subject: 's', body: 'b' })).rejects.toMatchObject({
    status: 501,
    message: expect.stringContaining('"Core.SendEmail"'),
  })

  const conversation = await agents.createConversation({ agent_name: 'helper', metadata: { priority: 'high' } })
  expect(await agents.addMessage(conversation, { role: 'user', content: 'hi' })).toMatchObject({ content: 'hi' })
  const { messages = [] } = (await agents.getConversation(conversation.id)) ?? {}
  expect(messages.map(({ content }) => content)).toEqual(['hi', 'hello'])
  const q = { agent_name: 'helper', 'metadata.priority': 'high' }
  expect(await agents.listConversations({ q, limit: 1, fields: ['id'] })).toEqual([{ id: conversation.id }])
  expect(await agents.listConversations({ q: { agent_name: 'another' } })).toEqual([])
  expect(await agents.getConversation('none')).toBeNull()

  await appLogs.logUserInApp('orders/new')
  analytics.track({ eventName: 'bought', properties: { n: 1 } })
  await vi.waitFor(() => expect(app.store.all('$events')).toHaveLength(1))
  const me = await auth.me()
  expect(app.store.all('$events')).toMatchObject([{ event_name: 'bought', user_id: me.id }])
  expect(app.store.all('$visits')).toMatchObject([{ page_name: 'orders/new', user_id: me.id }])
  expect(await about.getPublicSettings()).toEqual({ id: 'app-1', public_settings: 'public_without_login' })
})

test('connectors and single sign-on of the service role, on behalf of a user', async () => {
  const { app } = testApp({ recorded })
  await using server = await served(app)
  const alice = createUser(app, { email: 'alice@example.com', role: 'user' })
  const bob = createUser(app, { email: 'bob@example.com', role: 'user' })
  const headers = {
    authorization: `Bearer ${await app.tokens.ofUser(alice)}`,
    'base44-service-authorization': `Bearer ${await app.tokens.ofService()}`,
    'base44-app-id': 'app-1',
    'base44-api-url': server.url,
  }
  const { asServiceRole, connectors: ofUser } = createClientFromRequest(new Request(server.url, { headers }))
  const { connectors, sso, entities } = asServiceRole
  expect(await connectors.getConnection('slack')).toEqual({ accessToken: 'xoxb', connectionConfig: null })
  await expect(connectors.getConnection('github')).rejects.toMatchObject({ status: 404, code: 'not_connected' })
  expect(await connectors.callApi('x', { method: 'POST', path: '/2/tweets' })).toMatchObject({ success: true, status: 201, data: { id: 1 } }) // prettier-ignore
  await expect(connectors.getCurrentAppUserConnection('c')).rejects.toMatchObject({
    status: 404,
    code: 'not_connected',
  })
  await expect(ofUser.connectAppUser('c')).rejects.toMatchObject({ status: 501 })
  expect(await sso.getAccessToken(alice.id)).toEqual({ access_token: 'sso-token' })
  await expect(sso.getAccessToken(bob.id)).rejects.toMatchObject({ status: 403 })
  await expect(sso.getIdToken(alice.id)).rejects.toMatchObject({ status: 404 })
  expect(await entities['User']?.list()).toHaveLength(2)
})
