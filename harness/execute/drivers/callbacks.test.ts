import { expect, test } from 'vitest'
import { createCallbacks } from './callbacks.ts'
import { createLiveValues } from './live.ts'

test('a call is recorded, whatever the callback does then', async () => {
  const callbacks = createCallbacks(createLiveValues())
  expect(callbacks.callback('plain')(1)).toBe(undefined)
  expect(() => callbacks.callback('throwing', { throws: 'no' })(2)).toThrow('no')
  await expect(callbacks.callback('rejecting', { rejects: 'no' })(3)).rejects.toThrow('no')
  await expect(callbacks.callback('resolving', { resolves: 'yes' })(4)).resolves.toBe('yes')
  expect(await callbacks.take()).toEqual({ plain: [[1]], throwing: [[2]], rejecting: [[3]], resolving: [[4]] })
  expect(await callbacks.take()).toEqual({ plain: [], throwing: [], rejecting: [], resolving: [] })
})

test('under one name there is one function', () => {
  const { callback } = createCallbacks(createLiveValues())
  expect(callback('a')).toBe(callback('a'))
  expect(callback('a')).not.toBe(callback('b'))
})
