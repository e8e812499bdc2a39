import type { DeskAddress, LocalProject } from '../../../model/backend.ts'
import type { RunningBackend } from '../adapter.ts'
import { ask, type Asking } from './ask.ts'
import { cliEnvironment } from './cli-environment.ts'
import type { CliProcess } from './cli-process.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { serviceTokenFunction, type ServiceTokenFunction } from './service-token.ts'
import { signIn, type WantedUser } from './sign-in.ts'
import { startOnPort, type OnPort } from './start-on-port.ts'
import { openSurroundings, type Surroundings } from './surroundings.ts'
import type { Tools } from './tools.ts'
import { endedWords } from './words.ts'
import { appId } from './workspace.ts'

export interface Request {
  /** Folder of an app, with `base44/` in it; it is copied. */
  readonly project: string
  /** Where its functions look for the desk, and the key that they share with it. */
  readonly desk: DeskAddress
  readonly key: string
  /** Secrets of the app. */
  readonly secrets?: Readonly<Record<string, string>>
  readonly environment: NodeJS.ProcessEnv
  readonly users?: readonly WantedUser[]
  readonly signal?: AbortSignal | undefined
  readonly limits?: Partial<Limits>
}

const usualUsers: readonly WantedUser[] = [{ role: 'user' }, { role: 'user' }, { role: 'admin' }]

/** Starts the command on a copy of the app, waits for it, and signs users in; else nothing is left of it. */
export async function startWithTools(tools: Tools, request: Request): Promise<RunningBackend> {
  const limits = { ...defaultLimits, ...request.limits }
  const service = serviceTokenFunction()
  request.signal?.throwIfAborted()
  const { project, environment } = request
  const surroundings = await openSurroundings({ project, extra: service.files, userHome: environment['HOME'] })
  let started: OnPort | undefined
  try {
    started = await startOnPort(commandOf({ tools, request, surroundings, service, limits }))
    return await madeReady(started, { tools, request, surroundings, service, limits })
  } catch (error) {
    await started?.cli.stop(limits.stopMs)
    surroundings.clear()
    throw error
  }
}

interface Parts {
  readonly tools: Tools
  readonly request: Request
  readonly surroundings: Surroundings
  readonly service: ServiceTokenFunction
  readonly limits: Limits
}

function commandOf({ tools, request, surroundings, service, limits }: Parts): Parameters<typeof startOnPort>[0] {
  const { workspace, sink } = surroundings
  const secrets = { ...request.secrets, ...service.secrets }
  const guard = preloaded('guard')
  return {
    doing: `started base44 dev ${tools.version}`,
    args: (port) => [`--import=${preloaded('lifeline').href}`, tools.script, 'dev', '--port', String(port)],
    cwd: workspace.project,
    env: cliEnvironment({ ...request, tools, workspace, guard, sinkPort: sink.port, secrets }),
    secrets: [request.key, ...Object.values(secrets)],
    transcript: workspace.transcript,
    limits,
    signal: request.signal,
  }
}

/** The modules stand beside this one, also where they are built. */
function preloaded(name: 'guard' | 'lifeline'): URL {
  return new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)
}

async function madeReady({ cli, port }: OnPort, parts: Parts): Promise<RunningBackend> {
  const { tools, request, surroundings, service, limits } = parts
  const { desk, key, signal, users: wanted = usualUsers } = request
  const url = `http://127.0.0.1:${port}`
  const asking: Asking = { app: `${url}/api/apps/${appId}`, cli, answerMs: limits.answerMs, signal }
  const serviceToken = await serviceTokenFrom(asking, service)
  const users = await signIn(wanted, asking)
  const id = `base44-dev@${tools.version}`
  const stop = stopping({ cli, surroundings, limits })
  return {
    access: {
      url,
      appId,
      users,
      serviceToken,
      desk,
      key,
      local: localProject(surroundings),
    },
    id,
    backend: 'base44-dev',
    version: tools.version,
    dependencies: { deno: tools.denoVersion },
    ended: endOf(cli, { id, stopped: stop.called }),
    forwarded: () => [...surroundings.sink.forwarded],
    stop: stop.stop,
  }
}

/** It says so a moment after it has seen the last of several changes. */
function localProject({ workspace: { project, transcript } }: Surroundings): LocalProject {
  return { project, output: transcript, noticed: 'Reloaded functions|All functions removed' }
}

async function serviceTokenFrom(asking: Asking, { name, headers }: ServiceTokenFunction): Promise<string> {
  const path = `/functions/${name}`
  const { authorization } = await ask(asking, { path, headers, fields: ['authorization'] })
  return authorization.replace(/^Bearer /, '')
}

function stopping({ cli, surroundings, limits }: { cli: CliProcess; surroundings: Surroundings; limits: Limits }): {
  readonly called: () => boolean
  readonly stop: () => Promise<void>
} {
  let stopped: Promise<void> | undefined
  return {
    called: () => stopped !== undefined,
    stop: () => (stopped ??= cli.stop(limits.stopMs).finally(surroundings.clear)),
  }
}

/** Never resolves where it was asked to end. */
async function endOf(cli: CliProcess, { id, stopped }: { id: string; stopped: () => boolean }): Promise<string> {
  const exit = await cli.exited
  return stopped() ? new Promise(() => undefined) : endedWords(id, { exit, last: cli.output.last(10) })
}
