import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openSink } from './sink.ts'

async function sink() {
  const opened = await openSink()
  onTestFinished(opened.close)
  return opened
}

test('a request that was meant for another host is drained, refused and remembered as it was', async () => {
  const { port, forwarded } = await sink()
  const asked = request({ port, method: 'PUT', path: '/a%2Fb?c=d+e' })
  asked.setHeader('x-conformance-meant', 'https://base44.app')
  asked.end(Buffer.alloc(3_000_000))
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const body = JSON.parse(String(await response.setEncoding('utf8').toArray())) as unknown
  const words = 'PUT https://base44.app/a%2Fb?c=d+e'
  expect(response.statusCode).toBe(502)
  expect(response.headers).toMatchObject({ 'x-conformance-refused': words, 'content-type': 'application/json' })
  expect(body).toEqual({ message: `base44-conformance let nothing leave this machine: ${words}` })
  expect(forwarded).toEqual([{ method: 'PUT', host: 'base44.app', target: '/a%2Fb?c=d+e' }])
})

test.each([
  ['GET http://example.com:81/x?y HTTP/1.1', { method: 'GET', host: 'example.com:81', target: '/x?y' }],
  ['POST http://example.com HTTP/1.1', { method: 'POST', host: 'example.com', target: '/' }],
  ['CONNECT base44.app:443 HTTP/1.1', { method: 'CONNECT', host: 'base44.app:443', target: '' }],
  [
    'GET http://example.com/ws HTTP/1.1\r\nconnection: upgrade\r\nupgrade: websocket',
    { method: 'GET', host: 'example.com', target: '/ws' },
  ],
  ['POST / HTTP/1.1\r\nx-conformance-escape: dns%20base44.app', { method: 'DNS', host: 'base44.app', target: '' }],
])('as a proxy, and below HTTP: %j', async (head, remembered) => {
  const { port, forwarded } = await sink()
  const socket = connect(port, '127.0.0.1')
  const heads = `${head}\r\nhost: x\r\n${head.includes('upgrade') ? '' : 'connection: close\r\n'}\r\n`
  socket.write(heads)
  const text = String(await socket.setEncoding('utf8').toArray())
  expect(text).toMatch(/^HTTP\/1\.1 502 /)
  expect(forwarded).toEqual([remembered])
})

test('what is for nobody is not remembered', async () => {
  const { port, forwarded } = await sink()
  expect((await fetch(`http://127.0.0.1:${port}/x`)).status).toBe(404)
  expect(forwarded).toEqual([])
})
