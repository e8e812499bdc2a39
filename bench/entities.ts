import { serve } from '@hono/node-server'
import { createClient } from '@base44/sdk'
import { app } from '../harness/emulator/app.ts'
import type { EntitySchema } from '../harness/emulator/emulated.ts'
import { emulated } from '../harness/emulator/fixtures/emulated.ts'

/** What the emulator takes for 1,000 records, over HTTP, through the SDK, with the access rules of a to-do app. */
const records = 1000
const discarded = 20
const rounds = 101
const allowedMs = 20

const owner = { created_by: '{{user.email}}' }
const schema: EntitySchema = {
  name: 'Task',
  properties: {
    title: { type: 'string' },
    status: { enum: ['open', 'done'] },
    n: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
  },
  rls: { create: owner, read: { $or: [owner, { user_condition: { role: 'admin' } }] } },
}
const users = [{ id: 'alice', email: 'alice@example.com', role: 'user' }]
const emulatedApp = emulated({ schemas: [schema], users })
const server = serve({ fetch: (request) => app.fetch(request, { app: emulatedApp }), port: 0, hostname: '127.0.0.1' })
await new Promise((resolve) => server.once('listening', resolve))
const { port } = server.address() as { port: number }
const { entities } = createClient({ appId: 'app', serverUrl: `http://127.0.0.1:${port}`, token: 'alice' })
const tasks = entities['Task']
if (tasks === undefined) throw new Error('the SDK has no entities.Task')

await tasks.bulkCreate(
  Array.from({ length: records }, (_, n) => ({
    title: `task ${n}`,
    status: n % 3 === 0 ? 'open' : 'done',
    n: (n * 7919) % records,
    tags: ['a', `t${n % 10}`],
  })),
)

const asked: Readonly<Record<string, { readonly found: number; readonly call: () => Promise<readonly unknown[]> }>> = {
  listed: { found: records, call: () => tasks.list() },
  filtered: { found: 334, call: () => tasks.filter({ status: 'open', n: { $gte: 0 } }) },
  sorted: { found: records, call: () => tasks.list('-n') },
  'filtered and sorted': { found: 50, call: () => tasks.filter({ tags: 't5', n: { $lt: 1000 } }, '-n', 50) },
}

console.log(`${records} records, ${rounds} calls each; ms a call`)
for (const [name, { found, call }] of Object.entries(asked)) {
  const took: number[] = []
  for (let round = -discarded; round < rounds; round++) {
    const started = performance.now()
    const { length } = await call()
    if (length !== found) throw new Error(`${name}: ${length} records instead of ${found}`)
    if (round >= 0) took.push(performance.now() - started)
  }
  took.sort((a, b) => a - b)
  const median = took[Math.floor(rounds / 2)] ?? Infinity
  console.log(
    `${name.padEnd(20)} median ${median.toFixed(1)} (allowed: ${allowedMs}), slowest ${took.at(-1)?.toFixed(1)}`,
  )
  if (median > allowedMs) process.exitCode = 1
}
server.close()
