import { expect, test } from 'vitest'
import { ok, raw, useStage } from './fixtures/scenes.ts'

const { open } = useStage()

test('a request is recorded as it came: order and case of headers, repeated ones, target and body', async () => {
  const scene = open()
  const body = 'a\r\n\0\xff\xfe'
  const lines = [
    'PATCH /a%2Fb/../c?x=%zz HTTP/1.1',
    'HOST: x',
    'x-B: 1',
    'X-a: 2',
    'x-B: 3',
    `Content-Length: ${body.length}`,
  ]
  const answer = await raw(scene.url, `${lines.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`)
  await scene.settled()
  const [exchange] = scene.exchanges
  expect(exchange?.request).toEqual({
    method: 'PATCH',
    origin: scene.url,
    target: '/a%2Fb/../c?x=%zz',
    headers: [['HOST', 'x'], ['x-B', '1'], ['X-a', '2'], ['x-B', '3'], ['Content-Length', '6'], ['Connection', 'close']], // prettier-ignore
    body: Buffer.from(body, 'latin1'),
  })
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\ncontent-type: text\/plain\r\ncontent-length: 5\r\n/)
  expect(answer).toMatch(/\r\n\r\nhello$/)
  scene.close()
})

test('an answer keeps repeated headers apart, and has no length where none may be', async () => {
  const scene = open({ status: 204, headers: [['Set-Cookie', 'a'], ['Set-Cookie', 'b']], body: Buffer.from('') }) // prettier-ignore
  const answer = await raw(scene.url, 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
  expect(answer).toContain('Set-Cookie: a\r\nSet-Cookie: b\r\n')
  expect(answer.toLowerCase()).not.toContain('content-length')
  scene.close()
})

test('a multipart body is taken apart, and kept whole', async () => {
  const scene = open()
  const body = new FormData()
  body.append('field', 'a\nb')
  body.append('file', new File([Uint8Array.of(255, 0)], 'ä"b.bin', { type: 'image/png' }))
  body.append('field', '')
  await (await fetch(scene.url, { method: 'POST', body })).text()
  const [exchange] = scene.exchanges
  expect(exchange?.request.form).toEqual([
    ['field', 'a\r\nb'],
    ['file', { $file: { name: 'ä"b.bin', type: 'image/png', bytes: Uint8Array.of(255, 0) } }],
    ['field', ''],
  ])
  expect(exchange?.request.body.length).toBeGreaterThan(100)
  scene.close()
})

test('a header of 100 KB is answered by the platform, not by a limit of the server', async () => {
  const scene = open()
  const authorization = `Bearer ${'t'.repeat(100 * 1024)}`
  const response = await fetch(scene.url, { headers: { authorization } })
  expect(response.status).toBe(200)
  expect(scene.exchanges[0]?.request.headers).toContainEqual(['authorization', authorization])
  scene.close()
})

test('a caller that hangs up is recorded as aborted, one that reads to the end is not', async () => {
  const scene = open({ ...ok, fault: 'hangs' })
  const controller = new AbortController()
  scene.onReceived(() => controller.abort())
  await expect(fetch(scene.url, { signal: controller.signal })).rejects.toThrow(/abort/)
  await scene.settled()
  expect(scene.exchanges.map(({ aborted }) => aborted)).toEqual([true])
  scene.close()
  const other = open()
  await (await fetch(other.url)).text()
  await other.settled()
  expect(other.exchanges.map(({ aborted }) => aborted)).toEqual([false])
  other.close()
})

test('what is still on its way when a scene ends never appears in the next', async () => {
  const first = open({ ...ok, fault: 'hangs' })
  const straggler = fetch(first.url).catch((error: unknown) => error)
  await new Promise<void>((resolve) => first.onReceived(resolve))
  first.close()
  const second = open()
  expect(await straggler).toBeInstanceOf(Error)
  expect((await fetch(first.url)).status).toBe(503)
  expect(second.exchanges).toEqual([])
  expect(first.exchanges).toHaveLength(1)
  second.close()
})

test('the handshake of a socket is refused, and is no request', async () => {
  const scene = open()
  const handshake = 'GET /socket HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'
  expect(await raw(scene.url, handshake)).toBe('')
  await (await fetch(scene.url)).text()
  expect(scene.exchanges.map(({ request }) => request.target)).toEqual(['/'])
  scene.close()
})
