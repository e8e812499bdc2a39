import { startServer } from './server.ts'

interface Sdk {
  createClient: (config: object) => { functions: { invoke: (name: string, data: unknown) => Promise<unknown> } }
}

/** A loop with nothing but the SDK: a client and a call for each value. Milliseconds for all of them. */
export async function bareLoop({ sdk, values }: { sdk: unknown; values: readonly unknown[] }): Promise<number> {
  const server = await startServer()
  const { createClient } = sdk as Sdk
  const config = { appId: 'app', serverUrl: server.url, token: 'user-token', serviceToken: 'service-token' }
  const started = performance.now()
  for (const value of values) await createClient(config).functions.invoke('collect', value)
  const elapsed = performance.now() - started
  server.close()
  return elapsed
}
