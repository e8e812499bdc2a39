import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppFile } from '../../model/fixture-app.ts'
import { digestOf, type WrittenList } from './written-list.ts'

/** What writing the app into a folder would do. */
export interface WritingPlan {
  readonly write: readonly AppFile[]
  /** Paths that an earlier revision wrote and this one has not. */
  readonly remove: readonly string[]
  /** Files that stand in the way: `fixture` did not write them, or they were changed since. */
  readonly foreign: readonly string[]
}

/** Compares what is to be written with what is there, and with what was written before. */
export function planWriting({
  folder,
  files,
  before,
}: {
  folder: string
  files: readonly AppFile[]
  before: WrittenList | undefined
}): WritingPlan {
  const wanted = new Map(files.map(({ path, text }) => [path, text]))
  const there = (path: string): string | undefined => textAt(join(folder, path))
  const isOwn = (path: string, text: string): boolean => text === wanted.get(path) || digestOf(text) === before?.[path]
  const stale = Object.keys(before ?? {}).filter((path) => !wanted.has(path) && there(path) !== undefined)
  const foreign = [...wanted.keys(), ...stale].filter((path) => {
    const text = there(path)
    return text !== undefined && !isOwn(path, text)
  })
  return { write: files.filter(({ path, text }) => there(path) !== text), remove: stale, foreign }
}

/** What is there and no plain file is nothing that was written: it has a text that nothing is equal to. */
function textAt(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  return lstatSync(path).isFile() ? readFileSync(path, 'utf8') : '\0'
}
