import { expect, test } from 'vitest'
import { quiet } from './quiet.ts'

test.each([
  ['a microtask', (call: () => void) => queueMicrotask(call)],
  ['a turn of the loop', (call: () => void) => setImmediate(call)],
  ['a timer', (call: () => void) => setTimeout(call, 20)],
])('what was put off by %s has been called when it is quiet', async (_, putOff) => {
  let called = false
  putOff(() => (called = true))
  await quiet()
  expect(called).toBe(true)
})
