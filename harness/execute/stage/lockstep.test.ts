import { expect, test } from 'vitest'
import { ok, useStage } from './fixtures/scenes.ts'
import { createLockstep } from './lockstep.ts'

const { open } = useStage()

test('the next chunk travels only after the last one was read', async () => {
  const lockstep = createLockstep()
  const chunks = ['one', 'two'].map((chunk) => Buffer.from(chunk))
  const scene = open({ ...ok, chunks }, { lockstep })
  const reader = (await fetch(scene.url)).body?.getReader() as ReadableStreamDefaultReader<Uint8Array>
  const read = async (): Promise<string> => Buffer.from((await reader.read()).value ?? []).toString()
  expect(await read()).toBe('one')
  const second = read()
  expect(await Promise.race([second, quiet()])).toBe('quiet')
  lockstep.took(3)
  expect(await second).toBe('two')
  lockstep.took(3)
  expect((await reader.read()).done).toBe(true)
  scene.close()
})

test('a caller that hangs up between two chunks does not hold up the scene', async () => {
  const scene = open({ ...ok, chunks: [Buffer.from('one'), Buffer.from('two')] }, { lockstep: createLockstep() })
  const controller = new AbortController()
  const response = await fetch(scene.url, { signal: controller.signal })
  await response.body?.getReader().read()
  controller.abort()
  await scene.settled()
  expect(scene.exchanges.map(({ aborted }) => aborted)).toEqual([true])
  scene.close()
})

/** Long enough for anything that is already on its way over loopback. */
function quiet(): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, 50, 'quiet'))
}
