import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { valid, validRange } from 'semver'
import { SubjectError } from './subject-error.ts'

/** What stands behind `--sdk`, as far as it can be told without asking anyone. */
export type Meant =
  | { readonly kind: 'default' }
  | { readonly kind: 'version'; readonly version: string }
  /** A range or a tag: only the registry knows which versions these are. */
  | { readonly kind: 'published'; readonly wanted: string }
  | { readonly kind: 'folder'; readonly folder: string; readonly spec: string }
  | { readonly kind: 'tarball'; readonly file: string; readonly spec: string }

const possible =
  "a version (0.8.50), a range ('>=0.8.20'), the folder of a built package (./sdk) or a tarball (./sdk.tgz)"

export function readSpec(spec: string | undefined, cwd: string): Meant {
  if (spec === undefined) return { kind: 'default' }
  if (spec.trim() === '') throw new SubjectError(`read --sdk "${spec}": it is empty. Name ${possible}.`)
  const version = valid(spec)
  if (version !== null) return { kind: 'version', version }
  if (/\d|\*/.test(spec) && validRange(spec) !== null) return { kind: 'published', wanted: spec }
  const path = resolve(cwd, spec)
  if (existsSync(path)) return thereIs(path, spec)
  const scheme = addressScheme(spec)
  if (scheme !== undefined) throw notFetched(scheme)
  if (isWord(spec)) return { kind: 'published', wanted: spec }
  throw new SubjectError(
    `looked for the SDK "${spec}": it is no version (0.8.50), no range ('0.8.x') and no folder or tarball that exists (${path}).`,
  )
}

function thereIs(path: string, spec: string): Meant {
  return statSync(path).isDirectory() ? { kind: 'folder', folder: path, spec } : { kind: 'tarball', file: path, spec }
}

/** What npm would fetch from somewhere, but which is no SDK that anyone published or built. */
function addressScheme(spec: string): string | undefined {
  return /^(file|link|workspace|npm|https?|ssh|git|git\+\w+|github|gitlab|bitbucket|gist):|^git@/.exec(spec)?.[0]
}

/** Only the scheme is repeated: a password may stand in the rest. */
function notFetched(scheme: string): SubjectError {
  const way = /git|ssh/.test(scheme) ? 'Clone it, build it and name its folder. ' : ''
  return new SubjectError(`read --sdk ${scheme}…: addresses are not fetched. ${way}What can be judged: ${possible}.`)
}

/** A tag, as `latest` is one. */
function isWord(spec: string): boolean {
  return /^[a-z][\w.-]*$/i.test(spec) && !/\.(tgz|tar|gz)$/i.test(spec)
}
