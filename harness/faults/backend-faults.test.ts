import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Exchange, RecordedRequest } from '../model/exchange.ts'
import type { Around, Fault } from '../model/fault.ts'
import type { PassingEvent } from '../model/frame.ts'
import type { Answer } from '../model/world.ts'
import { backendFaults } from './backend-faults.ts'
import { faults } from './index.ts'

const user = (name: string): { id: string; email: string; token: string } => ({
  id: name,
  email: `${name}@example.com`,
  token: `token-of-${name}`,
})
const users = { user: [user('alice'), user('bob')], admin: [user('ada')] }

const json = '{"a":null,"toString":1,"n":16777217,"secret":"hush"}'
const sent: RecordedRequest = {
  method: 'POST',
  origin: '',
  target: '/api/apps/app/functions/Report/a%252Fb//c/?q=1',
  headers: [
    ['host', 'x'],
    ['Content-Type', 'application/json'],
    ['Authorization', 'Bearer token-of-alice'],
    ['x-own', '1'],
    ['x-own', '2'],
  ],
  body: Buffer.from(json),
}
const given: Answer = {
  status: 404,
  headers: [
    ['content-type', 'application/json'],
    ['x-own', '1'],
    ['x-own', '2'],
  ],
  body: Buffer.from(json),
}
const before: Exchange = {
  client: '',
  seat: 'caller',
  request: { ...sent, target: '/other', headers: [['authorization', 'Bearer token-of-bob']] },
  response: { status: 201, headers: [], body: Buffer.from('other') },
  aborted: false,
}
const around: Around = { earlier: [before], users, serviceToken: 'service', secrets: ['hush'] }

const changed = {
  status: 'status',
  headers: 'headers',
  body: 'body',
  target: 'target',
  method: 'method',
  fault: 'fault',
}

/** What of a message is not as it was. */
function differences(was: object, is: object): string[] {
  const text = (value: unknown): string => JSON.stringify(value instanceof Uint8Array ? [...value] : value)
  return Object.keys(changed).filter(
    (key) => text(was[key as keyof object] as unknown) !== text(is[key as keyof object] as unknown),
  )
}

function requestChanges(fault: Fault, request: RecordedRequest = sent): string[] {
  const spoilt = fault.request?.(request, around)
  return spoilt === null ? ['never'] : spoilt === undefined ? [] : differences(request, spoilt)
}

function answerChanges(fault: Fault, answer: Answer = given, request: RecordedRequest = sent): string[] {
  return fault.answer === undefined
    ? []
    : differences(answer, fault.answer(answer, { ...around, request, handled: true }))
}

// What each changes of a POST of JSON by alice that is answered with 404, and nothing else of it.
test.each<[id: string, request: string[], answer: string[]]>([
  ['acts-as-another-user', ['headers'], []],
  ['adds-to-the-body', ['body'], ['body']],
  ['answers-200-for-errors', [], ['status']],
  ['answers-for-unknown', [], ['status', 'headers', 'body']],
  ['answers-twice-the-body', [], ['body']],
  ['breaks-off-answers', [], ['fault']],
  ['calls-another-function', ['target'], []],
  ['changes-content-type', ['headers'], ['headers']],
  ['changes-the-method', ['method'], []],
  ['changes-the-status', [], ['status']],
  ['closes-early', [], ['body']],
  ['decodes-the-path-twice', ['target'], []],
  ['drops-a-header', ['headers'], []],
  ['drops-members-of-prototypes', ['body'], ['body']],
  ['drops-null-members', ['body'], ['body']],
  ['drops-the-answers-header', [], ['headers']],
  ['drops-the-query', ['target'], []],
  ['drops-the-sub-path', ['target'], []],
  ['empties-the-body', ['body'], ['body']],
  ['forgets-the-caller', ['headers'], []],
  ['hides-secrets', [], ['body']],
  ['leaks-the-service-token', [], ['headers']],
  ['loses-repeated-headers', ['headers'], ['headers']],
  ['lower-cases-names', ['target'], []],
  ['never-answers', [], ['fault']],
  ['never-sends', ['never'], []],
  ['remembers-the-caller', ['headers'], []],
  ['resets-the-connection', [], ['fault']],
  ['rounds-large-numbers', ['body'], ['body']],
  ['swaps-answers', [], ['status', 'headers', 'body']],
  ['tidies-the-path', ['target'], []],
  ['truncates-the-body', ['body'], ['body']],
  ['turns-errors-into-html', [], ['headers', 'body']],
  ['user-is-admin', ['headers'], []],
  ['wraps-json', [], ['body']],
])('backend/%s changes what it says and nothing else', (id, request, answer) => {
  const fault = faults[`backend/${id}`] as Fault
  expect([requestChanges(fault).toSorted(), answerChanges(fault).toSorted()]).toEqual([
    request.toSorted(),
    answer.toSorted(),
  ])
})

const bytes = Uint8Array.from([0, 0x80, 0xff])
const multipart: RecordedRequest = {
  ...sent,
  headers: [['content-type', 'multipart/form-data; boundary="b"']],
  body: Buffer.from(
    '--b\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\none\r\n' +
      '--b\r\nContent-Disposition: form-data; name="t"\r\n\r\ntwo\r\n--b--\r\n',
  ),
}

test.each([
  ['drops-a-file', (text: string) => !text.includes('filename') && text.includes('two')],
  ['drops-form-field', (text: string) => text.includes('filename') && !text.includes('two')],
  ['loses-file-types', (text: string) => text.includes('application/x-unknown') && !text.includes('text/plain')],
  ['renames-the-file', (text: string) => text.includes('filename="blob"') && text.includes('\r\n\r\none\r\n')],
  ['truncate-multipart', (text: string) => text.includes('\r\n\r\non\r\n') && text.includes('two')],
])('backend/%s changes a form as it travels, and leaves other requests alone', (id, isSo) => {
  const fault = faults[`backend/${id}`] as Fault
  const spoilt = Buffer.from(fault.request?.(multipart, around)?.body ?? []).toString()
  expect([isSo(spoilt), spoilt.endsWith('\r\n--b--\r\n'), requestChanges(fault)]).toEqual([true, true, []])
})

test.each([
  ['mangles-utf8', [0, 0xc2, 0x80, 0xc3, 0xbf]],
  ['strips-high-bytes', [0, 0, 0x7f]],
  ['takes-bytes-for-text', [0, 0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd]],
])('backend/%s changes bytes both ways', (id, wanted) => {
  const fault = faults[`backend/${id}`] as Fault
  const there = fault.request?.({ ...sent, body: bytes }, around)?.body
  const back = fault.answer?.({ ...given, body: bytes }, { ...around, request: sent, handled: true }).body
  expect([[...(there ?? [])], [...(back ?? [])]]).toEqual([wanted, wanted])
})

const at = (method: string, target: string, token?: string): RecordedRequest => ({
  ...sent,
  method,
  target,
  headers: token === undefined ? [] : [['authorization', `Bearer ${token}`]],
})
const list = at('GET', '/api/apps/app/entities/Note?limit=1', 'token-of-alice')
const me = at('GET', '/api/apps/app/entities/User/me', 'token-of-alice')
const post = at('POST', '/api/apps/app/entities/Note', 'service')

test.each<[id: string, request: RecordedRequest, request: string[], answer: string[]]>([
  ['list-ignores-permissions', list, ['headers'], []],
  ['list-ignores-permissions', me, [], []],
  ['list-is-empty', list, [], ['status', 'headers', 'body']],
  ['list-is-empty', me, [], []],
  ['me-is-nobody', me, [], ['status', 'headers', 'body']],
  ['me-is-nobody', list, [], []],
  ['service-role-is-user', post, ['headers'], []],
  ['service-role-is-user', list, [], []],
  ['user-is-admin', post, [], []],
  ['repeats-the-first-answer', { ...sent, target: '/other' }, [], ['status', 'headers', 'body']],
  ['repeats-the-first-answer', sent, [], []],
])('backend/%s knows whom it is about', (id, request, there, back) => {
  const fault = faults[`backend/${id}`] as Fault
  expect(requestChanges(fault, request)).toEqual(there)
  expect(answerChanges(fault, given, request).toSorted()).toEqual(back.toSorted())
})

test.each([
  ['answers-for-the-function', sent, 200],
  ['answers-for-the-function', list, undefined],
  ['needs-a-token', at('POST', '/functions/a'), 401],
  ['needs-a-token', at('GET', '/entities/A'), undefined],
  ['never-deletes', at('DELETE', '/api/apps/app/entities/Note/1', 'service'), 200],
  ['never-deletes', list, undefined],
  ['wants-a-user-for-everything', at('GET', '/entities/A'), 401],
  ['wants-a-user-for-everything', list, undefined],
] as const)('backend/%s answers by itself what it is about', (id, request, status) => {
  expect(faults[`backend/${id}`]?.instead?.(request, around)?.status).toBe(status)
})

test.each([
  ['names-no-app', ['base44-app-id']],
  ['gives-no-service-token', ['base44-service-authorization']],
  ['believes-the-caller', ['base44-app-id']],
] as const)('backend/%s changes what a function is told', (id, wanted) => {
  const told = { 'base44-app-id': 'app', 'base44-service-authorization': 'Bearer service', accept: '*/*' }
  const received = { ...sent, headers: Object.entries(told) }
  const claiming: RecordedRequest = { ...sent, headers: [['X-App-Id', 'another']] }
  const spoilt = faults[`backend/${id}`]?.received?.(received, { ...around, sent: claiming })
  const now = Object.fromEntries(spoilt?.headers ?? [])
  expect(Object.keys(told).filter((name) => told[name as keyof typeof told] !== now[name])).toEqual(wanted)
})

test('what is unknown is an unknown function, or whatever is not found', () => {
  const fault = faults['backend/answers-for-unknown'] as Fault
  const answered = (status: number, handled: boolean, request = sent): number | undefined =>
    fault.answer?.({ ...given, status }, { ...around, request, handled }).status
  expect([answered(404, true), answered(500, false)]).toEqual([200, 200])
  expect([answered(500, true), answered(500, false, list)]).toEqual([500, 500])
})

test('a redirect is followed, and what broke off is completed; nothing else is changed', () => {
  const redirect: Answer = { ...given, status: 302, headers: [['Location', '/x'], ['x-own', '1']] } // prettier-ignore
  const follows = faults['backend/follows-redirects'] as Fault
  expect(differences(redirect, follows.answer?.(redirect, { ...around, request: sent, handled: true }) ?? {})).toEqual([
    'status',
    'headers',
  ])
  expect(answerChanges(follows)).toEqual([])
  const completes = faults['backend/completes-what-broke-off'] as Fault
  expect(answerChanges(completes, { ...given, fault: 'reset-mid-body' })).toEqual(['fault'])
  expect(answerChanges(completes)).toEqual([])
})

test('only a POST is sent twice, and what deals with requests changes none', () => {
  const retries = faults['backend/retries-posts'] as Fault
  expect([retries.times?.(sent), retries.times?.(list)]).toEqual([2, 1])
  for (const id of ['buffers-the-body', 'keeps-calling', 'serves-one-at-a-time']) {
    const fault = faults[`backend/${id}`] as Fault
    expect([...requestChanges(fault), ...answerChanges(fault)]).toEqual([])
  }
})

const note = (id: string, title: string): object => ({ id, title })
const past = (request: RecordedRequest, answer: unknown, more: Partial<Exchange> = {}): Exchange => ({
  client: 'first',
  seat: 'caller',
  request,
  response: { status: 200, headers: [], body: Buffer.from(JSON.stringify(answer)) },
  aborted: false,
  ...more,
})
const writing = (method: string, path: string, sentJson: unknown = {}): RecordedRequest => ({
  ...at(method, `/api/apps/app/entities/${path}`, 'token-of-alice'),
  body: Buffer.from(JSON.stringify(sentJson)),
})
const listed = [note('1', 'a'), note('2', 'b')]
const create = past(writing('POST', 'Note', { title: 'c' }), note('3', 'c'))

// What only a history finds: what is told depends on what was done before.
test.each<[id: string, why: string, earlier: Exchange[], seen: unknown]>([
  [
    'list-lags-behind',
    'a list after a write is the one before it',
    [past(list, [note('0', '')]), create],
    [note('0', '')],
  ],
  ['list-lags-behind', 'nothing was written since', [create, past(list, [note('0', '')])], listed],
  ['list-lags-behind', 'it was never listed before', [create], listed],
  ['resurrects-deleted', 'one that was removed is back after a write', [past(list, [note('0', 'z')]), past(writing('DELETE', 'Note/0'), {}), create], [...listed, note('0', 'z')]], // prettier-ignore
  ['resurrects-deleted', 'there was no write since', [past(list, [note('0', 'z')]), past(writing('DELETE', 'Note/0'), {})], listed], // prettier-ignore
  ['resurrects-deleted', 'it was of another entity', [past(list, [note('0', 'z')]), past(writing('DELETE', 'Task/0'), {}), create], listed], // prettier-ignore
  ['update-touches-neighbour', 'the one beside it has changed as well', [past(writing('PUT', 'Note/1', { title: 'x' }), {})], [note('1', 'a'), note('2', 'x')]], // prettier-ignore
  ['update-touches-neighbour', 'the change was refused', [past(writing('PUT', 'Note/1', { title: 'x' }), {}, { response: { status: 404, headers: [], body: Buffer.from('') } })], listed], // prettier-ignore
  [
    'update-touches-neighbour',
    'it was of another entity',
    [past(writing('PUT', 'Task/1', { title: 'x' }), {})],
    listed,
  ],
])('backend/%s: %s', (id, _, earlier, wanted) => {
  const answer = { ...given, body: Buffer.from(JSON.stringify(listed)) }
  const spoilt = faults[`backend/${id}`]?.answer?.(answer, { ...around, earlier, request: list, handled: false })
  expect(JSON.parse(Buffer.from(spoilt?.body ?? []).toString())).toEqual(wanted)
})

test('backend/forgets-every-third-write acknowledges what it does not do', () => {
  const told = (request: RecordedRequest, writes: number): unknown => {
    const earlier = [before, ...Array.from({ length: writes }, () => create)]
    const answer = faults['backend/forgets-every-third-write']?.instead?.(request, { ...around, earlier })
    return answer && (JSON.parse(Buffer.from(answer.body).toString()) as unknown)
  }
  const asked = writing('POST', 'Note', { title: 'x' })
  expect([told(asked, 0), told(asked, 1), told(list, 2)]).toEqual([undefined, undefined, undefined])
  expect(told(asked, 2)).toMatchObject({ title: 'x', id: 'forgotten-2' })
  expect(told(writing('POST', 'Note/bulk', [{}, {}]), 5)).toMatchObject([
    { id: 'forgotten-500' },
    { id: 'forgotten-501' },
  ])
})

test.each<[id: string, token: string | undefined, wanted: string]>([
  ['keeps-the-first-caller', 'token-of-bob', 'Bearer token-of-alice'],
  ['keeps-the-first-caller', undefined, ''],
  ['signing-out-is-forgotten', undefined, 'Bearer token-of-alice'],
  ['signing-out-is-forgotten', 'token-of-bob', 'Bearer token-of-bob'],
  ['believes-altered-tokens', 'xtoken-of-bob', 'Bearer token-of-bob'],
  ['believes-altered-tokens', 'token-of-nobody', 'Bearer token-of-nobody'],
])('backend/%s takes %s of a client on which alice was signed in for %s', (id, token, wanted) => {
  const earlier = [past(list, []), past(at('GET', '/x', 'token-of-ada'), [], { client: 'second' })]
  const fault = faults[`backend/${id}`]
  const spoilt = fault?.request?.(at('GET', '/x', token), { ...around, earlier, client: 'first' })
  const carried = spoilt?.headers.find(([name]) => name === 'authorization')?.[1]
  expect(carried ?? '').toBe(wanted)
})

test('backend/rejoined-rooms-tell-twice tells twice what was joined twice, by this client and in this room', () => {
  const told = { client: 'first', from: 'backend', event: 'update_model', args: [{ room: 'a', data: '{}' }] } as const
  const join = { client: 'first', from: 'caller', event: 'join', args: ['a'] } as const
  const times = (earlier: readonly PassingEvent[]): number | undefined =>
    faults['backend/rejoined-rooms-tell-twice']?.event?.(told, { ...around, earlier })?.length
  expect([times([join, join]), times([join])]).toEqual([2, 1])
  expect(times([join, { ...join, client: 'second' }, { ...join, args: ['b'] }])).toBe(1)
})

test('every one is listed once, named for its file', () => {
  const files = readdirSync(new URL('./backend', import.meta.url)).map((file) => `backend/${file.replace('.ts', '')}`)
  expect(backendFaults.map(({ id }) => id).toSorted()).toEqual(files.toSorted())
  expect(backendFaults.length).toBeGreaterThanOrEqual(36)
  expect(new Set(backendFaults.map(({ title }) => title)).size).toBe(backendFaults.length)
})
