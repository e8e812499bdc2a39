import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { serveExample, type Served } from './serve-example.ts'

// The streaming chat, exercised by the SDK in Node.

let served: Served
beforeAll(async () => (served = await serveExample('streaming-chat')))
afterAll(() => served.stop())

function ask(text: string): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ room: 'lobby', text }),
  }
}

test('the answer comes word by word, and is a message once it was said', async () => {
  const { client } = await served.register('ada@example.com')
  const response = await client.functions.fetch('/assistant', ask('Hi 🙂'))
  const pieces: string[] = []
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) pieces.push(piece)
  const whole = 'You said “Hi 🙂”, which has 4 characters. Ask me anything else!'
  expect(pieces.join('')).toBe(whole)
  expect(pieces.length).toBeGreaterThan(3)
  expect(await client.entities.Message.filter({ by_assistant: true })).toMatchObject([{ room: 'lobby', text: whole }])
})

test('who is not signed in is answered by nobody, and reads nothing', async () => {
  expect((await served.client().functions.fetch('/assistant', ask('Hi'))).status).toBe(401)
  expect(await served.client().entities.Message.list()).toEqual([])
})

test('people in a room hear each other, in order; nobody speaks for another', async () => {
  const { client: ben } = await served.register('ben@example.com')
  const { client: cem } = await served.register('cem@example.com')
  const heard: string[] = []
  cem.entities.Message.subscribe(({ type, data }) => void (type === 'create' && heard.push(data.text)))
  await vi.waitFor(async () => {
    await ben.entities.Message.create({ room: 'lobby', text: 'anybody there?' })
    expect(heard).toContain('anybody there?')
  }, { timeout: 20_000, interval: 200 }) // prettier-ignore
  const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`)
  for (const text of texts) await ben.entities.Message.create({ room: 'lobby', text })
  await vi.waitFor(() => expect(heard.slice(-texts.length)).toEqual(texts), 20_000)
  const [first] = await ben.entities.Message.filter({ text: 'message 0' })
  await expect(cem.entities.Message.update(first?.id ?? '', { text: 'changed' })).rejects.toMatchObject({ status: 404 })
})
