import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@base44/sdk'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openEmulator, type Emulator } from './emulator.ts'
import { readProject } from './project/read-project.ts'
import { createUser } from './users/create-user.ts'

let folder: string
beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'log').mockReturnValue()
  folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  await mkdir(join(folder, 'base44'))
  await writeFile(join(folder, 'base44', 'config.jsonc'), '{ "name": "small" }')
  await writeFile(join(folder, 'base44', 'integrations.json'), '{ "agents.helper": "hello" }')
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

async function open(data?: string): Promise<Emulator> {
  const read = readProject(folder)
  if (read.kind !== 'project') throw new Error(JSON.stringify(read))
  return openEmulator({
    project: read.project,
    ...(data !== undefined && { data }),
    deno: () => Promise.reject(new Error('no function is called')),
    say: () => undefined,
    onProblem: () => undefined,
  })
}

test('who began a conversation hears what the agent says', async () => {
  const { app, url, close } = await open()
  const token = await app.tokens.ofUser(createUser(app, { email: 'alice@example.com', role: 'user' }))
  const alice = createClient({ appId: app.appId, serverUrl: url, token })
  try {
    const conversation = await alice.agents.createConversation({ agent_name: 'helper' })
    let heard: unknown[] = []
    alice.agents.subscribeToConversation(conversation.id, ({ messages }) => {
      heard = messages.map(({ content }) => content)
    })
    // Nothing acknowledges a join: she asks until she is heard.
    await vi.waitFor(async () => {
      await alice.agents.addMessage(conversation, { role: 'user', content: 'hi' })
      expect(heard.slice(-2)).toEqual(['hi', 'hello'])
    }, 10_000)
  } finally {
    alice.cleanup()
    await close()
  }
}, 30_000)

test('with --data users, their tokens and their passwords are there after a restart', async () => {
  const data = join(folder, 'data.sqlite')
  const first = await open(data)
  const user = createUser(first.app, { email: 'alice@example.com', password: 'password-1', role: 'user' })
  const token = await first.app.tokens.ofUser(user)
  await first.close()
  const again = await open(data)
  try {
    const { auth } = createClient({ appId: again.app.appId, serverUrl: again.url, token })
    expect(await auth.me()).toMatchObject({ id: user.id, email: 'alice@example.com' })
    await auth.loginViaEmailPassword('alice@example.com', 'password-1')
    await expect(auth.loginViaEmailPassword('alice@example.com', 'password-2')).rejects.toMatchObject({ status: 400 })
  } finally {
    await again.close()
  }
})
