import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sep } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { addressOf } from './address-of.ts'
import type { Emulated, EntitySchema, Said } from './emulated.ts'
import type { Deno } from './functions/deno-process.ts'
import { openFunctions } from './functions/functions.ts'
import { readProject, type Project } from './project/read-project.ts'
import { watchProject } from './project/watch-project.ts'
import { openMemoryStore, openTokens } from './provisional.ts'
import { logRequest } from './request-log.ts'
import { createEmulatorServer } from './server.ts'

export interface EmulatorOptions {
  /** As it was read; its folder is watched. */
  readonly project: Project
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
  readonly close: () => Promise<void>
}

/** Serves a project until it is closed. Rejects with the error of `listen` where its port cannot be had. */
export async function openEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { port = 0, host = '127.0.0.1', deno, secrets: given = {}, say, functionsLimit, functionTimeoutMs } = options
  let { project } = options
  let schemas = schemasOf(project)
  const store = openMemoryStore()
  const now = options.now ?? (() => new Date())
  const tokens = openTokens({ appId: project.appId, store, now })
  const app: Emulated = {
    appId: project.appId,
    schemaOf: (entity) => schemas.get(entity),
    store,
    tokens,
    publish: () => undefined,
    say,
    now,
    newId: () => randomBytes(12).toString('hex'),
    recorded: (integration) => project.recorded[integration],
  }
  const functions = openFunctions({
    app,
    functions: project.functions,
    deno,
    secrets: () => ({ ...project.secrets, ...given }),
    limit: functionsLimit,
    timeoutMs: functionTimeoutMs,
  })
  let url = ''
  const server = createEmulatorServer({
    app,
    functions,
    addressOf: (incoming) => addressOf(incoming, url),
    onRequest: (incoming, outgoing) => logRequest(incoming, { outgoing, say }),
  })
  url = await listen(server, { port, host })
  const stopWatching = watchProject(project.folders.base44, (paths) => {
    const read = readProject(project.folders.base44)
    if (read.kind === 'broken') options.onProblem(read.problem)
    if (read.kind !== 'project') return
    project = read.project
    schemas = schemasOf(project)
    project.problems.forEach(options.onProblem)
    functions.update(project.functions, (name) => isTouched(name, { paths, project }))
  })
  return {
    url,
    app,
    async close() {
      stopWatching()
      await functions.close()
      server.close()
      server.closeAllConnections()
      store.close()
    },
  }
}

/** What lies in no function's folder may be imported by all of them. */
function isTouched(name: string, { paths, project }: { paths: readonly string[]; project: Project }): boolean {
  const { functions, functionsFolder } = project
  const owned = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}${sep}`)
  const own = functions.find((one) => one.name === name)
  return paths.some((path) => {
    if (own !== undefined && owned(path, own.folder)) return true
    const isShared = /\.([cm]?[jt]sx?|json)$/.test(path) && !functions.some(({ folder }) => owned(path, folder))
    return isShared && (owned(path, functionsFolder) || path.includes(`${sep}shared${sep}`))
  })
}

function schemasOf({ entities }: Project): ReadonlyMap<string, EntitySchema> {
  return new Map(entities.map((schema) => [schema.name, schema]))
}

async function listen(server: Server, { port, host }: { port: number; host: string }): Promise<string> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const { port: taken } = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`
}
