import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyPatch, parsePatch } from 'diff'

export const repository: string = fileURLToPath(new URL('..', import.meta.url))
export const wholeSdk: string = join(repository, 'node_modules', '@base44', 'sdk')

/** A folder for copies, below node_modules, so that they find what the SDK depends on. */
export function folderForCopies(): string {
  const cache = join(repository, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  return mkdtempSync(join(cache, 'sdk-copies-'))
}

/** A copy of the SDK, changed as a patch says; the name of the patch is the name of its folder. */
export function patchedSdk({ patch, into }: { patch: string; into: string }): string {
  const copy = join(into, basename(patch, '.patch'))
  cpSync(wholeSdk, copy, { recursive: true })
  for (const change of parsePatch(readFileSync(patch, 'utf8'))) {
    const file = join(copy, (change.newFileName as string).replace(/^b\//, ''))
    const changed = applyPatch(readFileSync(file, 'utf8'), change)
    if (changed === false) throw new Error(`${patch} does not fit ${file}`)
    writeFileSync(file, changed)
  }
  return copy
}
