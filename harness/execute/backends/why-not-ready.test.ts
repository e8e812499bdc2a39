import { createHmac } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { BackendAccess } from '../../model/backend.ts'
import { freePort, listen } from './fixtures/listen.ts'
import { whyNotReady } from './why-not-ready.ts'

// One fixture function of a small backend, which hands on as the desk protocol says; and all that can be wrong with it.

interface Deployed {
  readonly key?: string
  readonly revision?: string
  /** Where it looks for the desk, if not where the desk is. */
  readonly port?: number
}

test('all in its place', async () => {
  expect(await askedOf((port) => relay({ port }))).toBeUndefined()
})

test.each<[problem: string, deployed: (port: number) => RequestListener, message: string]>([
  ['key-differs', (port) => relay({ port, key: 'another' }), 'it signs with another key than this run has.'],
  ['key-differs', (port) => relay({ port, key: '' }), 'Give CONFORMANCE_KEY the same value'],
  [
    'other-revision',
    (port) => relay({ port, revision: '7' }),
    'it is of revision 7, and this base44-conformance needs revision 1',
  ],
  ['desk-unreachable', () => relay({ port: 9 }), 'it does not reach the desk of this run at http://127.0.0.1:'],
  [
    'not-deployed',
    () => answering(404, '{"error":"no\u001b[31m such function"}'),
    'it answered 404 “{"error":"no [31m such function"}”, so the fixture app is not deployed there. Write the',
  ],
  ['not-deployed', () => answering(500, 'Function "conformance-ready" not found'), 'it answered 500 “Function'],
  [
    'not-deployed',
    () => answering(302, '', { location: 'https://base44.app/x' }),
    'it answered 302, a redirect to https://base44.app/x, so',
  ],
  [
    'not-deployed',
    () => answering(502, '', { 'x-conformance-refused': 'POST https://base44.app/x' }),
    'it handed the call on to another host (POST https://base44.app/x), so',
  ],
  ['not-deployed', () => answering(200, '<html>'), 'it answered 200 “<html>”, so'],
  ['not-reached', () => (request) => request.socket.destroy(), 'it hung up without an answer.'],
])('%s', async (problem, deployed, message) => {
  const seen = await askedOf(deployed)
  expect(seen?.problem).toBe(problem)
  expect(seen?.message).toContain(message)
})

test('nobody there', async () => {
  const access = await accessTo(`http://127.0.0.1:${await freePort()}`)
  expect(await whyNotReady(access)).toMatchObject({ problem: 'not-reached' })
})

test('the desk is closed afterwards; one that is taken is said', async () => {
  const access = await accessTo(await listen(answering(404, '')))
  await whyNotReady(access)
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(access.desk.port, '127.0.0.1', resolve))
  onTestFinished(() => void taken.close())
  await expect(whyNotReady(access)).rejects.toThrow(
    `opened the desk at http://127.0.0.1:${access.desk.port}, where the fixture functions look for it: something else listens there, perhaps another run.`,
  )
})

async function askedOf(deployed: (port: number) => RequestListener): ReturnType<typeof whyNotReady> {
  const port = await freePort()
  const access = await accessTo(await listen(deployed(port)), port)
  return whyNotReady(access)
}

async function accessTo(url: string, port?: number): Promise<BackendAccess> {
  const desk = { host: '127.0.0.1', port: port ?? (await freePort()) }
  return { url, appId: 'app-1', users: {}, desk, key: 'key' }
}

function answering(status: number, text: string, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_, response) => response.writeHead(status, headers).end(text)
}

/** A fixture function, and the host it runs on. */
function relay({ key = 'key', revision = '1', port = 9 }: Deployed): RequestListener {
  return (request, response) => void hand({ request, response, key, revision, port })
}

async function hand({
  request,
  response,
  key,
  revision,
  port,
}: Required<Deployed> & { request: IncomingMessage; response: ServerResponse }): Promise<void> {
  if (request.url !== '/api/apps/app-1/functions/conformance-ready') return void response.writeHead(404).end()
  const envelope = Buffer.from(JSON.stringify({ method: 'POST', url: 'http://x/', headers: [] })).toString('base64url')
  const headers = {
    'x-conformance-request': envelope,
    'x-conformance-revision': revision,
    'x-conformance-signature': createHmac('sha256', key).update(envelope).digest('hex'),
  }
  try {
    const url = `http://127.0.0.1:${port}/desk/1/conformance-ready`
    const answer = await fetch(url, { method: 'POST', headers, body: '{}' })
    response.writeHead(answer.status === 200 ? 200 : 502).end(await answer.text())
  } catch (error) {
    response.writeHead(502).end(JSON.stringify({ message: `the desk cannot be reached: ${String(error)}` }))
  }
}
