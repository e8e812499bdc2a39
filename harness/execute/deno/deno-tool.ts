import { join } from 'node:path'
import type { Tool } from '../subjects/fetch-tool.ts'
import { denoPlatform, denoVersion } from './deno-platform.ts'

/** A Deno, and where it keeps what functions import. */
export interface DenoTool {
  /** The real binary: the wrapper of the package `deno` swallows SIGTERM and leaves Deno behind. */
  readonly deno: string
  readonly denoVersion: string
  /** `DENO_DIR`: shared between runs, apart from the user's own. */
  readonly denoFolder: string
}

/** The package that npm has for this machine. */
export function denoFromNpm(): Tool {
  return { name: denoPlatform().name, version: denoVersion, label: `Deno ${denoVersion}`, pinned: {} }
}

/** What {@link denoFromNpm} is, once it lies in a folder. */
export function denoToolIn(folder: string, cache: string): DenoTool {
  return { deno: join(folder, denoPlatform().binary), denoVersion, denoFolder: denoFolderIn(cache, denoVersion) }
}

export function denoFolderIn(cache: string, version: string): string {
  return join(cache, 'tools', `deno-${version}`)
}
