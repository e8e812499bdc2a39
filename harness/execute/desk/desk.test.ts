import { expect, onTestFinished, test } from 'vitest'
import type { Answer } from '../../model/world.ts'
import { createLockstep } from '../stage/lockstep.ts'
import { openDesk, type Desk, type DeskAnswer, type HandedRequest } from './desk.ts'
import { handOver, key, replyIn, type HandOver } from './fixtures/hand-over.ts'
import type { Refusal } from './read-envelope.ts'

const ok: Answer = { status: 201, headers: [['x-a', 'é']], body: Buffer.from([0, 255, 10]) }

test('a function gets the answer, and what it handed over is recorded as its caller sent it', async () => {
  const { desk } = await open()
  const headers = [['x-a', '1, 2'], ['x-latin', 'é'], ['authorization', 'Bearer t']] as const // prettier-ignore
  const request = { method: 'PATCH', url: 'http://localhost:9/a%2Fb/%E2%82%AC?c=%zz&d', headers }
  const body = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const response = await handOver({ url: desk.url, name: 'orders/prüfen', request, body })
  expect(replyIn(response)).toEqual({ status: 201, headers: [['x-a', 'é']] })
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(0, 255, 10))
  await desk.settled()
  expect(desk.requests).toEqual([
    {
      function: 'orders/prüfen',
      revision: 1,
      aborted: false,
      request: {
        method: 'PATCH',
        origin: 'http://localhost:9',
        target: '/a%2Fb/%E2%82%AC?c=%zz&d',
        headers,
        body: Buffer.from(body),
      },
    },
  ])
})

test('a form is taken apart by the type that the function was told', async () => {
  const { desk } = await open()
  const sent = new Response(formWith('a', 'ä'))
  const headers = [['Content-Type', sent.headers.get('content-type') ?? '']] as const
  await handOver({ url: desk.url, request: { headers }, body: await sent.arrayBuffer() })
  expect(desk.requests[0]?.request.form).toEqual([['a', 'ä']])
})

test('what is asked of a third party is recorded as it is, and answered as by one, with the desk in its place', async () => {
  const { desk } = await open()
  const response = await fetch(`${desk.url}/third-party/1/v1/charges?a=b`, { headers: { authorization: 'Bearer s' } })
  expect([response.status, response.headers.get('x-conformance-reply')]).toEqual([201, null])
  await desk.settled()
  expect(desk.requests).toMatchObject([
    { function: 'third-party', request: { method: 'GET', target: '/third-party/1/v1/charges?a=b' }, aborted: false },
  ])
})

const refused: readonly (readonly [string, Omit<HandOver, 'url'>, Partial<Refusal>])[] = [
  ['another key', { key: 'another' }, { problem: 'key-differs', function: 'process-order', status: 403 }],
  ['another revision', { revision: 7 }, { problem: 'other-revision', deployed: '7', status: 409 }],
  ['no revision', { revision: '' }, { problem: 'other-revision', deployed: '', status: 409 }],
  ['another path', { path: '/' }, { problem: 'no-desk-request', status: 404 }],
  ['another protocol', { path: '/desk/2/process-order' }, { problem: 'no-desk-request', status: 404 }],
  ['a name that is not encoded', { path: '/desk/1/a/b' }, { problem: 'no-desk-request', status: 404 }],
  ['a name that cannot be decoded', { path: '/desk/1/%ff' }, { problem: 'no-desk-request', status: 404 }],
  ['another method', { method: 'PUT' }, { problem: 'no-desk-request', status: 404 }],
  ['an envelope that is no JSON', { envelope: 'e30x' }, { problem: 'no-desk-request', status: 400 }],
  ['an envelope without an address', { request: { url: '' } }, { problem: 'no-desk-request', status: 400 }],
]

test.each(refused)('%s is refused, in words, and the owner is told', async (_, how, refusal) => {
  const { desk, refusals } = await open()
  const response = await handOver({ url: desk.url, ...how, body: Buffer.alloc(300_000) })
  expect(response.status).toBe(refusal.status)
  expect(await response.json()).toEqual({ message: refusals[0]?.message })
  expect(refusals).toEqual([expect.objectContaining(refusal)])
  expect(desk.requests).toEqual([])
  expect(JSON.stringify(refusals)).not.toContain(key)
})

test('a body larger than any that a run sends is refused before it is read to its end', async () => {
  const { desk, refusals } = await open(undefined, undefined, 1000)
  await handOver({ url: desk.url, body: Buffer.alloc(1000) })
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(Buffer.alloc(10_000)) })
  await handOver({ url: desk.url, body: endless }).catch(() => undefined)
  await desk.settled()
  expect(desk.requests.map(({ request }) => request.body.length)).toEqual([1000])
  expect(refusals).toEqual([expect.objectContaining({ problem: 'too-large', function: 'process-order', status: 413 })])
})

test('throws travels in the envelope; a body cut short breaks off here already', async () => {
  const { desk } = await open(() => ({ answer: { ...ok, fault: 'throws' } }))
  expect(replyIn(await handOver({ url: desk.url }))).toMatchObject({ fault: 'throws' })
  const { desk: cutting } = await open(() => ({ answer: { ...ok, fault: 'reset-mid-body' } }))
  const response = await handOver({ url: cutting.url })
  expect(replyIn(response)).toMatchObject({ status: 201 })
  await expect(response.arrayBuffer()).rejects.toThrow('terminated')
  await cutting.settled()
  expect(cutting.requests[0]?.aborted).toBe(false)
})

test('a function that hangs up is recorded as one', async () => {
  const leaving = new AbortController()
  const { desk } = await open(() => {
    leaving.abort()
    return { answer: { ...ok, fault: 'hangs' } }
  })
  await expect(handOver({ url: desk.url, signal: leaving.signal })).rejects.toThrow('aborted')
  await desk.settled()
  expect(desk.requests.map(({ aborted }) => aborted)).toEqual([true])
})

test('the next chunk is written only after the last one was read; whoever hangs up ends the waiting', async () => {
  const lockstep = createLockstep()
  const chunks = ['one', 'two', 'three'].map((chunk) => Buffer.from(chunk))
  const { desk } = await open(() => ({ answer: { ...ok, chunks }, lockstep }))
  const reader = (await handOver({ url: desk.url })).body?.getReader() as ReadableStreamDefaultReader<Uint8Array>
  const read = async (): Promise<string> => Buffer.from((await reader.read()).value ?? []).toString()
  expect(await read()).toBe('one')
  const second = read()
  expect(await Promise.race([second, quiet()])).toBe('quiet')
  lockstep.took(3)
  expect(await second).toBe('two')
  await reader.cancel()
  await desk.settled()
  expect(desk.requests.map(({ aborted }) => aborted)).toEqual([true])
})

test.each(['refused', 'reset', 'not-http'] as const)('%s is our mistake: no function can have it', async (fault) => {
  const { desk } = await open(() => ({ answer: { ...ok, fault } }))
  await expect(handOver({ url: desk.url })).rejects.toThrow('fetch failed')
  await expect(desk.settled()).rejects.toThrow(`answer process-order with the fault ${fault}`)
})

test('where its port is taken it says which, by whom perhaps, and what to do', async () => {
  const { desk } = await open()
  const port = Number(new URL(desk.url).port)
  await expect(open(undefined, { host: '127.0.0.1', port })).rejects.toMatchObject({
    name: 'SubjectError',
    message: expect.stringMatching(
      new RegExp(`http://127.0.0.1:${port}, .* the port is taken. Another run .* set CONFORMANCE_DESK_URL`),
    ),
  })
  await expect(open(undefined, { host: '192.0.2.1', port: 4499 })).rejects.toThrow('this machine has no such address')
})

async function open(
  onRequest: (handed: HandedRequest) => DeskAnswer = () => ({ answer: ok }),
  address = { host: '127.0.0.1', port: 0 },
  mostBytes?: number,
): Promise<{ desk: Desk; refusals: Refusal[] }> {
  const refusals: Refusal[] = []
  const onRefusal = (refusal: Refusal): void => void refusals.push(refusal)
  const desk = await openDesk({ address, key, onRequest, onRefusal, ...(mostBytes !== undefined && { mostBytes }) })
  onTestFinished(() => desk.close())
  return { desk, refusals }
}

function formWith(name: string, value: string): FormData {
  const form = new FormData()
  form.append(name, value)
  return form
}

/** Long enough for anything that is already on its way over loopback. */
function quiet(): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, 50, 'quiet'))
}
