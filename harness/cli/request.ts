import { existsSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import type { Project } from '../config/project.ts'
import type { RunRequest } from './run-request.ts'

/** What is asked for: flags, and the configuration where a flag says nothing. */
export function requestOf({
  flags,
  project,
  cwd,
}: {
  flags: RunRequest
  project: Project | undefined
  cwd: string
}): RunRequest {
  if (project === undefined) return flags
  const { contract, ...configured } = requestFrom(project.config, { folder: project.folder, cwd })
  // What a suite on the command line selects is not narrowed by the file.
  const narrowed = flags.suite === undefined ? stated({ contract }) : {}
  return { ...configured, ...narrowed, ...stated(flags) }
}

/** The same as flags: paths that start from one folder, written as they are from another. */
export function requestFrom(config: Config, from: { folder: string; cwd: string }): RunRequest {
  const {
    sdk,
    backend,
    with: replacing,
    only,
    reports,
    suite,
    runs,
    seed,
    jobs,
    timeout,
    strict,
    bail,
    repeat,
    known,
  } = config
  return stated({
    sdk: listOf(sdk)?.map((spec) => sdkFrom(spec, from)),
    backend: listOf(backend),
    with: listOf(replacing),
    contract: listOf(only),
    report: reports && Object.entries(reports).map(([kind, path]) => reportFrom(kind, { path, ...from })),
    suite,
    runs,
    seed,
    jobs,
    timeout,
    strict,
    bail,
    repeat,
    known,
  })
}

interface From {
  readonly folder: string
  readonly cwd: string
}

type Stated<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** A flag that was not given is undefined, and must not hide what the configuration says. */
function stated<T extends object>(request: T): Stated<T> {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as Stated<T>
}

function listOf(value: string | readonly string[] | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [value].flat()
}

/** A folder as one would name it from here; a version stays what it is. */
function sdkFrom(spec: string, from: From): string {
  const isPath = spec.startsWith('.') || isAbsolute(spec) || existsSync(resolve(from.folder, spec))
  return isPath ? pathFrom(spec, from) : spec
}

function reportFrom(kind: string, { path, ...from }: From & { path: string }): string {
  return `${kind}=${path === '-' ? path : pathFrom(path, from)}`
}

function pathFrom(path: string, { folder, cwd }: From): string {
  if (folder === cwd || isAbsolute(path)) return path
  return relative(cwd, resolve(folder, path)) || '.'
}
