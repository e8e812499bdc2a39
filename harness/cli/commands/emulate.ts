import { resolve } from 'node:path'
import { findDeno } from '../../execute/deno/find-deno.ts'
import { denoEnvironment } from '../../execute/deno/deno-environment.ts'
import { SubjectError } from '../../execute/subjects/subject-error.ts'
import { openEmulator, type Emulator } from '../../emulator/emulator.ts'
import type { Deno } from '../../emulator/functions/deno-process.ts'
import { readProject, type Project } from '../../emulator/project/read-project.ts'
import { describeProblem } from '../../load/describe-problem.ts'
import type { Console } from '../console.ts'
import { adminsOf } from '../emulate/admins-of.ts'
import { sayingTo } from '../emulate/saying-to.ts'
import { secretsOf } from '../emulate/secrets-of.ts'
import { servedWords } from '../emulate/served-words.ts'
import { cacheFolder } from '../home.ts'
import { UsageError } from '../usage-error.ts'

/** What `emulate` may be asked. */
export interface EmulateRequest {
  readonly port?: number
  readonly host?: string
  readonly data?: string
  readonly secret?: readonly string[]
  readonly admin?: readonly string[]
  /** Seconds. */
  readonly timeout?: number
  /** Processes of functions that are kept. */
  readonly processes?: number
}

const defaultPort = 4400

/** Serves a project until it is interrupted, which is how it is meant to end. */
export async function emulateCommand({
  folder,
  request,
  console,
}: {
  folder: string
  request: EmulateRequest
  console: Console
}): Promise<number> {
  const { stderr, signal } = console
  const secrets = secretsOf(request.secret ?? [], console.environment)
  const project = projectIn(resolve(console.cwd, folder), folder)
  for (const problem of project.problems) stderr.write(`${describeProblem(problem)}\n`)
  const deno = denoOnce(console)
  // Whoever has functions wants to hear now, not with the first call, that they cannot run.
  if (project.functions.length > 0) await deno()
  const emulator = await open({ project, request, secrets, deno, console })
  try {
    const admins = adminsOf(emulator.app, request.admin ?? [])
    stderr.write(servedWords({ project, url: emulator.url, admins, data: request.data, colour: stderr.colour }))
    await aborted(signal)
  } finally {
    await emulator.close()
  }
  return 130
}

function projectIn(folder: string, named: string): Project {
  const read = readProject(folder)
  if (read.kind === 'project') return read.project
  if (read.kind === 'broken') throw new UsageError(describeProblem(read.problem))
  throw new UsageError(
    `looked for a Base44 project in ${named}: there is no base44/config.jsonc, no base44/entities and no base44/functions. Name the folder of a project: base44-conformance emulate ./my-app`,
  )
}

function denoOnce({ environment, stderr, signal }: Console): () => Promise<Deno> {
  let found: Promise<Deno> | undefined
  const find = async (): Promise<Deno> => {
    const say = (text: string): void => stderr.write(`${text}\n`)
    const tool = await findDeno({ cache: cacheFolder(environment), environment, say, signal })
    return { binary: tool.deno, environment: denoEnvironment(environment, tool) }
  }
  return () => (found ??= find())
}

async function open({
  project,
  request,
  secrets,
  deno,
  console,
}: {
  project: Project
  request: EmulateRequest
  secrets: Readonly<Record<string, string>>
  deno: () => Promise<Deno>
  console: Console
}): Promise<Emulator> {
  const { port = defaultPort, host, data, timeout, processes } = request
  try {
    return await openEmulator({
      project,
      port,
      ...(host !== undefined && { host }),
      data: data === undefined ? undefined : resolve(console.cwd, data),
      deno,
      secrets,
      functionsLimit: processes,
      functionTimeoutMs: timeout === undefined ? undefined : timeout * 1000,
      say: sayingTo(console.stderr),
      onProblem: (problem) => console.stderr.write(`${describeProblem(problem)}\n`),
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new SubjectError(`served the project at port ${port}: another program has it. End that one, or name another: --port ${port + 1}`) // prettier-ignore
    }
    if (code !== undefined && /^E[A-Z]+$/.test(code)) {
      throw new SubjectError(
        `served the project at ${host ?? '127.0.0.1'}, port ${port}: it cannot be listened there (${message}).`,
      )
    }
    throw error
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}
