import { expect, test, vi } from 'vitest'
import type { Encoded } from '../../model/value.ts'
import { describe, encode } from './encode.ts'
import { createLiveValues } from './live.ts'

const encoded = (value: unknown): Promise<Encoded> => encode(value, createLiveValues())

test('numbers, undefined and dates that JSON lacks have forms', async () => {
  expect(await encoded([-0, Number.NaN, Number.POSITIVE_INFINITY, undefined, 0])).toEqual([
    { $value: '-0' },
    { $value: 'NaN' },
    { $value: 'Infinity' },
    { $value: 'undefined' },
    0,
  ])
  expect(await encoded(new Date(0))).toEqual({ $date: '1970-01-01T00:00:00.000Z' })
  expect(await encoded(new Date(Number.NaN))).toEqual({ $date: 'Invalid Date' })
})

test('bytes of files, blobs and buffers are read', async () => {
  const bytes = Uint8Array.of(255, 0)
  expect(await encoded(new File([bytes], 'a', { type: 'image/png' }))).toEqual({
    $file: { name: 'a', type: 'image/png', bytes },
  })
  expect(await encoded([new Blob([bytes])])).toEqual([{ $blob: { type: '', bytes } }])
  expect(await encoded({ a: bytes.buffer, b: Buffer.from(bytes) })).toEqual({
    a: { $bytes: bytes },
    b: { $bytes: bytes },
  })
})

test('an error has its classes, the cause and the response', async () => {
  class Refused extends Error {
    status = 403
  }
  const response = { status: 403, data: { message: 'no' } }
  const error = Object.assign(new Refused('no', { cause: new TypeError('deeper') }), { name: 'Refused', response })
  expect(await encoded(error)).toEqual({
    $error: {
      class: ['Refused', 'Error'],
      name: 'Refused',
      message: 'no',
      status: 403,
      response,
      cause: { $error: { class: ['TypeError', 'Error'], name: 'TypeError', message: 'deeper' } },
    },
  })
})

test('getters are not run', async () => {
  const getter = vi.fn(() => 'ran')
  const value = { get plain() { return getter() }, instance: new (class Own { own = 1 })() } // prettier-ignore
  Object.defineProperty(value.instance, 'got', { get: getter, enumerable: true })
  const { plain, instance } = (await encoded(value)) as Record<string, { $instance: { own: Encoded } }>
  expect(plain).toEqual({ $value: 'Symbol(getter)' })
  expect(instance?.$instance.own).toEqual({ own: 1, got: { $value: 'Symbol(getter)' } })
  expect(getter).not.toHaveBeenCalled()
})

test('what contains itself, and what is too deep, comes to an end', async () => {
  const circle: Record<string, unknown> = { twice: [{}, {}] }
  circle['self'] = circle
  expect(await encoded(circle)).toEqual({ twice: [{}, {}], self: { $instance: { class: ['circular'], own: {} } } })
  let deep: unknown = 'bottom'
  for (let depth = 0; depth < 10_000; depth++) deep = [deep]
  expect(JSON.stringify(await encoded(deep))).toContain('too deep')
})

test('a value that defends itself is told as unreadable, never thrown', async () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  const unreadable = { $instance: { class: ['unreadable'], own: {} } }
  expect(await encoded([proxy, 1])).toEqual([unreadable, 1])
  expect(await encoded(Object.create(Date.prototype))).toEqual(unreadable)
  const error = new Error('m')
  Object.defineProperty(error, 'message', { get: () => { throw new Error('no') } }) // prettier-ignore
  expect(await encoded(error)).toMatchObject({ $error: { class: ['Error'], message: '' } })
  const endless: object = new Proxy({}, { getPrototypeOf: () => endless })
  expect(await encoded(endless)).toEqual(unreadable)
  expect(describe(endless, createLiveValues())).toMatchObject({ $instance: { ref: 0 } })
})

test('describe says what kind of thing it is, and asks a client for nothing', () => {
  const asked = vi.fn()
  const traps = { ownKeys: asked, get: asked, has: asked, getOwnPropertyDescriptor: asked }
  const live = createLiveValues()
  class Client {}
  const client = new Proxy(new Client(), traps)
  expect(describe(client, live)).toEqual({ $instance: { class: ['Client'], own: {}, ref: 0 } })
  expect(live.get(0)).toBe(client)
  expect(asked).not.toHaveBeenCalled()
  expect(describe('text', live)).toBe('text')
  expect(describe(function named() {}, live)).toEqual({ $function: { name: 'named', ref: 1 } })
})
