import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createClient, type EntityHandler } from '@base44/sdk'
import { vi } from 'vitest'

const repository = fileURLToPath(new URL('../..', import.meta.url))
export const admin = 'root@example.com'
const password = 'a password of 24 letters'

/** An example, served by the command as its author would have it. */
export interface Served {
  readonly url: string
  readonly adminPassword: string
  /** Everything at the terminal so far. */
  readonly told: () => string
  /** Somebody who registers, reads the code at the terminal, and proves their address with it. */
  readonly register: (email: string) => Promise<{ readonly client: Client; readonly password: string }>
  readonly client: () => Client
  readonly stop: () => Promise<void>
}

/** With the entities of the examples, as `base44 types generate` would have it. */
export type Client = Omit<ReturnType<typeof createClient>, 'entities'> & {
  readonly entities: Readonly<Record<'Task' | 'Payment' | 'Message', EntityHandler>>
}

export async function serveExample(name: string): Promise<Served> {
  const args = ['bin/base44-conformance.js', 'emulate', `examples/${name}`, '--port', '0', '--admin', admin]
  const env = { ...process.env, NO_COLOR: '1' }
  const child = spawn(process.execPath, args, { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (more: string) => (text += more))
  const seen = (pattern: RegExp): Promise<string> =>
    vi.waitFor(() => {
      const [, found] = pattern.exec(text) ?? []
      if (found === undefined) throw new Error(`waited for ${pattern}; the terminal says: ${text}`)
      return found
    }, 60_000)
  const url = await seen(/Serving at (\S+)[\s\S]*Ctrl-C ends it/)
  const clients: Client[] = []
  const client = (token?: string): Client => {
    const made = createClient({ appId: name, serverUrl: url, ...(token && { token }) }) as unknown as Client
    clients.push(made)
    return made
  }
  return {
    url,
    adminPassword: await seen(/root@example\.com, password (\S+)/),
    told: () => text,
    client,
    async register(email) {
      const own = client()
      await own.auth.register({ email, password })
      const otpCode = await seen(new RegExp(`${email} proves the address with the code (\\d+)`))
      const { access_token: token } = (await own.auth.verifyOtp({ email, otpCode })) as { access_token: string }
      return { client: client(token), password }
    },
    async stop() {
      for (const one of clients) one.cleanup()
      child.kill('SIGINT')
      await once(child, 'exit')
    },
  }
}
