import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { DeskAddress } from './model/backend.ts'
import type { EmulatorReady, EmulatorThreadData } from './model/emulator-thread.ts'
import type { RunningBackend } from './execute/backends/adapter.ts'
import { ownCopyOf, type OwnCopy } from './execute/backends/own-copy.ts'
import { importedPackages } from './execute/backends/project-functions.ts'
import { openSink, type Sink } from './execute/backends/sink.ts'
import { denoEnvironment } from './execute/deno/deno-environment.ts'
import type { DenoTool } from './execute/deno/deno-tool.ts'
import { findDeno } from './execute/deno/find-deno.ts'
import { warmDeno } from './execute/deno/warm-deno.ts'
import { SubjectError } from './execute/subjects/subject-error.ts'

export interface EmulatorRequest {
  /** Folder of the app, with `base44/` in it. */
  readonly project: string
  /** Of this package: it is one thing with the emulator. */
  readonly version: string
  readonly desk: DeskAddress
  readonly key: string
  readonly secrets: Readonly<Record<string, string>>
  readonly environment: NodeJS.ProcessEnv
  readonly cache: string
  readonly say: (text: string) => void
  readonly signal?: AbortSignal | undefined
}

/** The emulator in a thread of its own, with an app deployed and users signed in. Throws a {@link SubjectError}. */
export async function startEmulator(request: EmulatorRequest): Promise<RunningBackend> {
  const { project, desk, key, version } = request
  const tools = await findDeno(request)
  // Functions that are judged reach no registry.
  const packages = new Set([...(await importedPackages(project)), 'npm:@base44/sdk'])
  await warmDeno({ ...request, tools, packages: [...packages] })
  const copy = await ownCopyOf(project)
  const sink = await openSink()
  const clear = async (): Promise<void> => {
    sink.close()
    await copy.remove()
  }
  const worker = new Worker(script, { workerData: dataFor(request, { tools, sink, copy }), stdout: true, stderr: true })
  worker.stdout.resume()
  worker.stderr.resume()
  const exited = endOf(worker)
  const ready = await readyOf(worker, exited)
  if (typeof ready === 'string') {
    await clear()
    throw new SubjectError(`started the emulator: it should have been ready, and ${ready}. This is a mistake of ours.`)
  }
  const { serviceToken, ...at } = ready
  let stopped: Promise<void> | undefined
  const id = `emulator@${version}`
  return {
    access: { ...at, serviceToken, desk, key, local: { project: copy.project, output: copy.output, noticed } },
    id,
    backend: 'emulator',
    version,
    dependencies: { deno: tools.denoVersion },
    ended: exited.then((how) => (stopped === undefined ? `${id} ended by itself: it ${how}` : new Promise(() => {}))),
    forwarded: () => [...sink.forwarded],
    stop: () => (stopped ??= end({ worker, exited, clear })),
  }
}

/** By which it says that it has seen a change. */
const noticed = String.raw`^\[project\] read again`

const script = new URL(`./emulator-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** Three users: two to be told apart, and one who may more. */
const users = ['user', 'user', 'admin']

function dataFor(
  { desk, key, secrets, environment }: EmulatorRequest,
  { tools, sink, copy: { project, output } }: { tools: DenoTool; sink: Sink; copy: OwnCopy },
): EmulatorThreadData {
  const proxy = `http://127.0.0.1:${sink.port}`
  const host = desk.host.includes(':') ? `[${desk.host}]` : desk.host
  const direct = `localhost,127.0.0.1,::1,${desk.host}`
  return {
    project,
    output,
    deno: {
      binary: tools.deno,
      environment: {
        ...withoutProxies(denoEnvironment(environment, tools)),
        HTTP_PROXY: proxy,
        HTTPS_PROXY: proxy,
        NO_PROXY: direct,
      },
    },
    secrets: { ...secrets, CONFORMANCE_DESK_URL: `http://${host}:${desk.port}`, CONFORMANCE_KEY: key },
    users,
  }
}

function withoutProxies(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/_proxy$/i.test(name)))
}

async function readyOf(worker: Worker, exited: Promise<string>): Promise<EmulatorReady | string> {
  const message = once(worker, 'message').then(([ready]) => ready as EmulatorReady)
  message.catch(() => undefined)
  return Promise.race([message, exited])
}

function endOf(worker: Worker): Promise<string> {
  return new Promise((resolve) => {
    worker.on('error', (error) => resolve(`failed: ${error.message}`))
    worker.on('exit', (code) => resolve(`ended with ${code}`))
  })
}

const stopMs = 5000

async function end({
  worker,
  exited,
  clear,
}: {
  worker: Worker
  exited: Promise<string>
  clear: () => Promise<void>
}): Promise<void> {
  const late = setTimeout(() => void worker.terminate(), stopMs)
  worker.postMessage('close')
  await exited
  clearTimeout(late)
  await clear()
}
