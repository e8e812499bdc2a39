import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { SignedIn } from './model/backend.ts'
import type { EmulatorReady, EmulatorThreadData } from './model/emulator-thread.ts'
import { openEmulator, type Emulator } from './emulator/emulator.ts'
import { createUser } from './emulator/users/create-user.ts'
import { readProject } from './emulator/project/read-project.ts'

/** The page of a thread in which an emulator is judged: it is opened, users sign in, and it serves until it is told to end. */
const data = workerData as EmulatorThreadData
const port = parentPort
if (port === null) throw new Error('emulator-thread.ts runs in a worker thread')

const read = readProject(data.project)
if (read.kind !== 'project') throw new Error(`the fixture app is none: ${JSON.stringify(read)}`)
const emulator = await openEmulator({
  project: read.project,
  deno: () => Promise.resolve(data.deno),
  secrets: data.secrets,
  // Requests are told where they are judged; writing a line for each would be most of what is written.
  say({ from, text }) {
    if (from !== 'requests') appendFileSync(data.output, `[${from}] ${text}\n`)
  },
  onProblem: () => undefined,
})
port.once('message', () => {
  void emulator.close().then(() => port.close())
})
port.postMessage(await readyOf(emulator))
// Nearly every function is called: while one core judges, the other starts the next.
void emulator.warm()

async function readyOf({ url, app }: Emulator): Promise<EmulatorReady> {
  const users: Record<string, SignedIn[]> = {}
  for (const [index, role] of data.users.entries()) {
    const email = `${role}-${index + 1}@conformance.example`
    const password = randomBytes(18).toString('base64url')
    const row = createUser(app, { email, role, password })
    const ofRole = (users[role] ??= [])
    ofRole.push({ id: row.id, email, password, token: await app.tokens.ofUser(row) })
  }
  return { url, appId: app.appId, users, serviceToken: await app.tokens.ofService() }
}
