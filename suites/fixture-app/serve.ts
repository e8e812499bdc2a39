import { spawn } from 'node:child_process'
import { denoFolder, findDeno } from './find-deno.ts'

/** A function that Deno serves, as a backend would. */
export interface Served {
  readonly url: string
  /** Everything it wrote on its terminal. */
  readonly output: () => string
  readonly stop: () => Promise<void>
}

/** Runs the code of a function on a port of its own, with these secrets; resolves once it listens. */
export async function serveFunction(entry: string, secrets: Readonly<Record<string, string>>): Promise<Served> {
  const child = spawn(await findDeno(), ['run', '--allow-all', '--no-config', entry], {
    env: { ...surroundings(), ...secrets, DENO_SERVE_ADDRESS: 'tcp:127.0.0.1:0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const listening = new Promise<string>((resolve, reject) => {
    const hear = (text: string): void => {
      output += text
      const [, port] = /Listening on http:\/\/[^:]+:(\d+)/.exec(output) ?? []
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`)
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Deno ended with ${code} before ${entry} listened:\n${output}`)))
  })
  const url = await listening
  return {
    url,
    output: () => output,
    async stop() {
      child.kill()
      await ended
    },
  }
}

/** Those of the machine: its certificates and its proxy are how Deno gets at npm. Loopback has no proxy. */
function surroundings(): NodeJS.ProcessEnv {
  const direct = { NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' }
  return { ...process.env, ...direct, DENO_DIR: denoFolder, DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' }
}
