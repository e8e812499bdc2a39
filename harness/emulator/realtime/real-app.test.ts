import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@base44/sdk'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openEmulator, type Emulator } from '../emulator.ts'
import { readProject } from '../project/read-project.ts'
import { createUser } from '../users/create-user.ts'

const note = {
  name: 'Note',
  type: 'object',
  properties: { title: { type: 'string' } },
  rls: { read: { created_by: '{{user.email}}' }, create: true, update: true, delete: true },
}

let emulator: Emulator
let folder: string
const ends: (() => void)[] = []

beforeAll(async () => {
  for (const word of ['log', 'error'] as const) vi.spyOn(console, word).mockReturnValue()
  folder = await mkdtemp(join(tmpdir(), 'realtime-'))
  await mkdir(join(folder, 'entities'))
  await writeFile(join(folder, 'config.jsonc'), '{ "name": "app" }')
  await writeFile(join(folder, 'entities', 'Note.jsonc'), JSON.stringify(note))
  await writeFile(join(folder, 'integrations.json'), JSON.stringify({ 'agents.helper': 'hello' }))
  const read = readProject(folder)
  if (read.kind !== 'project') throw new Error(JSON.stringify(read))
  const deno = (): Promise<never> => Promise.reject(new Error('no function is called here'))
  emulator = await openEmulator({ project: read.project, deno, say: () => undefined, onProblem: () => undefined })
})
afterAll(async () => {
  for (const end of ends) end()
  await emulator.close()
  await rm(folder, { recursive: true })
})

async function clientOf(name: string): Promise<ReturnType<typeof createClient>> {
  const { app, url } = emulator
  const token = await app.tokens.ofUser(createUser(app, { email: `${name}@example.com`, role: 'user' }))
  const client = createClient({ appId: app.appId, serverUrl: url, token })
  ends.push(() => client.cleanup())
  return client
}

test('what a user does is heard by whoever may read it, as it is answered', async () => {
  const [alice, bob] = [await clientOf('alice'), await clientOf('bob')]
  const heard: Record<string, { type: string; id: string }[]> = { alice: [], bob: [] }
  for (const [name, client] of Object.entries({ alice, bob }))
    client.entities['Note']?.subscribe((event) => heard[name]?.push(event))
  const notes = alice.entities['Note']
  // Nothing acknowledges a join.
  await vi.waitFor(async () => {
    await Promise.all([notes?.create({ title: 'knock' }), bob.entities['Note']?.create({ title: 'knock' })])
    expect([heard['alice']?.length, heard['bob']?.length]).not.toContain(0)
  }, 5000)
  const created = (await notes?.create({ title: 'a' })) as { id: string }
  await notes?.update(created.id, { title: 'b' })
  await notes?.delete(created.id)
  const ofIt = (name: string): string[] =>
    (heard[name] ?? []).filter(({ id }) => id === created.id).map(({ type }) => type)
  await vi.waitFor(() => expect(ofIt('alice')).toEqual(['create', 'update', 'delete']))
  expect(ofIt('bob')).toEqual([])
})

test('a conversation is heard by whoever began it, with what the agent says', async () => {
  const { agents } = await clientOf('carol')
  const conversation = await agents.createConversation({ agent_name: 'helper' })
  const contents: unknown[] = []
  agents.subscribeToConversation(conversation.id, ({ messages }) => {
    contents.push(messages.map(({ content }) => content))
  })
  await vi.waitFor(async () => {
    await agents.addMessage(conversation, { role: 'user', content: 'hi' })
    expect(contents.at(-1)).toEqual(expect.arrayContaining(['hi', 'hello']))
  }, 5000)
})
