import * as sdk from '@base44/sdk'
import { expect, test } from 'vitest'
import type { Encoded } from '../../model/value.ts'
import { signatureOf } from '../../language/signature.ts'
import { performing } from './fixtures/performing.ts'
import { serve, type Asked } from './fixtures/serve.ts'
import type { Performed } from './performance.ts'

// A function of a test in the guest's place: what it is told to do, and what becomes of what it tells.

const key = 'a key of this test'
const guest = { key, id: () => 'id-1', now: () => 1_700_000_000_000 }
const bindings = { wire: { invoke: '/api/apps/app/functions' }, email: 'a@example.com', list: [1, { $$gt: 2 }] }
const step = { kind: 'inside', function: 'guest', by: 'alice', action: 'call', path: 'auth.me', with: [] }

async function told(body: string, status = 200, more: object = {}): Promise<{ performed: Performed; asked: Asked[] }> {
  const type = body.startsWith('{') ? 'application/json' : 'text/html'
  const { url, asked } = await serve((response) => response.writeHead(status, { 'content-type': type }).end(body))
  const performed = await performing({
    step: { ...step, ...more },
    serverUrl: url,
    sdk,
    guest,
    bindings,
    clients: { alice: { user: 'alice' } },
  })
  return { performed, asked }
}

const answer = (outcome: object): string => JSON.stringify({ outcome })

test.each<[by: string, token: string | undefined]>([
  ['alice', 'Bearer token-of-alice'],
  ['http', undefined],
])('called by %s the function is told what to do, signed with the key, which does not travel', async (by, token) => {
  const more = { by, path: 'entities.Note.filter', with: [{ email: '${email}' }, '${list}'] }
  const { performed, asked } = await told(answer({ kind: 'resolved', value: [{ a: 1 }] }), 200, more)
  expect(performed.outcome).toEqual({ kind: 'resolved', value: [{ a: 1 }] })
  const [{ method, target, rawHeaders, body } = asked[0] as Asked] = asked
  expect([method, target]).toEqual(['POST', '/api/apps/app/functions/guest'])
  const at = rawHeaders.findIndex((name) => name.toLowerCase() === 'authorization')
  expect(at < 0 ? undefined : rawHeaders[at + 1]).toBe(token)
  const order = JSON.parse(body.toString()) as { step: string; signature: string }
  expect(JSON.parse(order.step)).toEqual({
    id: 'id-1',
    issued: 1_700_000_000_000,
    action: 'call',
    path: 'entities.Note.filter',
    args: [{ email: 'a@example.com' }, [1, { $gt: 2 }]],
  })
  expect(order.signature).toBe(signatureOf(order.step, key))
  expect(body.toString() + rawHeaders.join()).not.toContain(key)
})

test.each<[outcome: Record<string, Encoded>, wanted: object]>([
  [
    { kind: 'returned', value: { $function: { name: 'list', ref: 3 } } },
    { kind: 'returned', value: { $function: { name: 'list' } } },
  ],
  [{ kind: 'resolved' }, { kind: 'resolved', value: { $value: 'undefined' } }],
  [
    { kind: 'rejected', error: { $error: { class: ['Error'], status: 403 } } },
    { kind: 'rejected', error: { $error: { class: ['Error'], status: 403 } } },
  ],
  [
    { kind: 'threw', error: 'text' },
    { kind: 'threw', error: 'text' },
  ],
])('what it tells is the outcome of the step: %j', async (outcome, wanted) => {
  expect((await told(answer(outcome))).performed.outcome).toEqual(wanted)
  expect((await told(answer(outcome), 200, { by: 'http' })).performed.outcome).toEqual(wanted)
})

test.each<[what: string, status: number, body: string, said: string]>([
  ['an order that it refuses', 403, '{"message":"seen before"}', 'it answered 403: {"message":"seen before"};'],
  ['another function', 200, 'hello', 'it answered 200: hello;'],
  ['no outcome of the four', 200, answer({ kind: 'crashed' }), 'it answered 200: {"outcome"'],
  ['a long page', 500, '<'.repeat(9999), `it answered 500: ${'<'.repeat(150)}`],
])('%s is told as what it is, by client and raw', async (_, status, body, said) => {
  for (const by of ['alice', 'http']) {
    const { outcome } = (await told(body, status, { by })).performed
    expect(outcome).toMatchObject({ kind: 'rejected', error: { $error: { name: 'GuestError', status } } })
    const { message } = (outcome as unknown as { error: { $error: { message: string } } }).error.$error
    expect(message).toContain(said)
    expect(message.length).toBeLessThan(450)
  }
})

test('an answer nested without end does not take the thread with it', async () => {
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
  const { outcome } = (await told(`{"outcome":{"kind":"resolved","value":${deep}}}`)).performed
  expect(outcome.kind).toBe('resolved')
})

test('where nobody answers the error says so; without a key nobody is asked', async () => {
  const nobody = { step: { ...step, by: 'http' }, serverUrl: 'http://127.0.0.1:1', bindings }
  expect((await performing({ ...nobody, guest })).outcome).toMatchObject({
    error: { $error: { message: expect.stringContaining('nothing (connect ECONNREFUSED') as string } },
  })
  expect((await performing(nobody)).outcome).toMatchObject({ kind: 'threw' })
})
