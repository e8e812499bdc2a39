import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Problem } from '../model/problem.ts'
import { addressOf } from './address-of.ts'
import type { Emulated, Said } from './emulated.ts'
import type { Deno } from './functions/deno-process.ts'
import { openFunctions } from './functions/functions.ts'
import { openApp } from './open-app.ts'
import { readProject, type Project } from './project/read-project.ts'
import { touchedBy } from './project/touched-by.ts'
import { watchProject } from './project/watch-project.ts'
import { openRealtime } from './realtime/open-realtime.ts'
import { logRequest } from './request-log.ts'
import { mayFollow } from './rest/agents/conversations.ts'
import { readable } from './rules/readable.ts'
import { createEmulatorServer } from './server.ts'
import { openFileStore } from './store/file-store.ts'
import { openMemoryStore } from './store/memory-store.ts'

export interface EmulatorOptions {
  /** As it was read; its folder is watched. */
  readonly project: Project
  /** File in which records are kept; left out: in memory. */
  readonly data?: string | undefined
  /** 0 or left out: any that is free. */
  readonly port?: number
  readonly host?: string
  /** Asked for with the first call of a function. */
  readonly deno: () => Promise<Deno>
  /** Besides those of the project, and before them. */
  readonly secrets?: Readonly<Record<string, string>>
  /** How many processes of functions are kept. */
  readonly functionsLimit?: number | undefined
  readonly functionTimeoutMs?: number | undefined
  readonly say: (said: Said) => void
  /** Of files that were changed while they are served. */
  readonly onProblem: (problem: Problem) => void
  readonly now?: () => Date
}

/** One app that is served. */
export interface Emulator {
  readonly url: string
  readonly app: Emulated
  /** Starts every function ahead of its first call. */
  readonly warm: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Serves a project until it is closed. Rejects with the error of `listen` where its port cannot be had. */
export async function openEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { data, deno, secrets: given = {}, say, now = () => new Date() } = options
  let { project } = options
  const store = data === undefined ? openMemoryStore() : openFileStore(data)
  const { app, changeTo } = openApp({
    project,
    store,
    publish: (event) => realtime.publish(event),
    tell: (id, data) => realtime.tell(id, data),
    say,
    now,
  })
  const realtime = openRealtime({ app, readable, mayFollow: (id, follower) => mayFollow(app, id, follower) })
  const functions = openFunctions({
    app,
    functions: project.functions,
    deno,
    secrets: () => ({ ...project.secrets, ...given }),
    limit: options.functionsLimit,
    timeoutMs: options.functionTimeoutMs,
  })
  let url = ''
  const server = createEmulatorServer({
    app,
    functions,
    addressOf: (incoming) => addressOf(incoming, url),
    onRequest: (incoming, outgoing) => logRequest(incoming, { outgoing, say }),
    onUpgrade: realtime.upgrade,
  })
  try {
    url = await listen(server, options)
  } catch (error) {
    store.close()
    throw error
  }
  const stopWatching = watchProject(project.folders.base44, (paths) => {
    const read = readProject(project.folders.base44)
    const problems = read.kind === 'project' ? read.project.problems : read.kind === 'broken' ? [read.problem] : []
    problems.forEach(options.onProblem)
    // What cannot be read at all is served as it was.
    if (read.kind !== 'project') return
    project = read.project
    changeTo(project)
    functions.update(project.functions, touchedBy(paths, project))
    say({ from: 'project', level: 'info', text: `read again: ${paths.join(', ')}` })
  })
  return {
    url,
    app,
    warm: functions.warm,
    async close() {
      stopWatching()
      server.close()
      await Promise.all([functions.close(), realtime.close()])
      server.closeAllConnections()
      store.close()
    },
  }
}

async function listen(
  server: Server,
  { port = 0, host = '127.0.0.1' }: Pick<EmulatorOptions, 'port' | 'host'>,
): Promise<string> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const { port: taken } = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`
}
