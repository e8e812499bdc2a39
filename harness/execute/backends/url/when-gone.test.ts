import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { readAddress } from './read-address.ts'
import { whenGone } from './when-gone.ts'

test('that nothing listens any more is told, once it is so', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let ended = false
  const gone = whenGone(readAddress(url), AbortSignal.timeout(30_000)).finally(() => (ended = true))
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(ended).toBe(false)
  server.close()
  server.closeAllConnections()
  expect(await gone).toBe(`Nothing listens at ${url} any more.`)
})

test('being stopped, nobody knocks any more', async () => {
  let knocks = 0
  const server = createServer().on('connection', () => knocks++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stopped = new AbortController()
  void whenGone(readAddress(url), stopped.signal)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  stopped.abort()
  const until = knocks
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect({ knocked: until > 0, further: knocks - until }).toEqual({ knocked: true, further: 0 })
  server.close()
})
