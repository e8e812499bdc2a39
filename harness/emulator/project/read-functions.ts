import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import type { Problem } from '../../model/problem.ts'
import { isFolder } from './find-folders.ts'
import { readFile } from './read-file.ts'

/** A function as the project has it. */
export interface ProjectFunction {
  readonly name: string
  /** Path of its module. */
  readonly entry: string
  /** All that is in it belongs to the function. */
  readonly folder: string
}

/**
 * Every function below a folder, called by its path there, unless `function.jsonc` gives a name (BF-13, BF-14). What
 * cannot be called is a problem; the others are there all the same.
 */
export function readFunctions(root: string): {
  functions: readonly ProjectFunction[]
  problems: readonly Problem[]
} {
  const functions = new Map<string, ProjectFunction>()
  const problems: Problem[] = []
  for (const folder of foldersIn(root)) {
    const found = functionIn(folder, root)
    if ('wanted' in found) problems.push(found)
    else if (functions.has(found.name))
      problems.push(problem(found.entry, `a second function called ${found.name}`, 'one folder for each name')) // prettier-ignore
    else functions.set(found.name, found)
  }
  return { functions: [...functions.values()], problems }
}

const entries = ['entry.ts', 'entry.js']
const configs = ['function.jsonc', 'function.json']

function foldersIn(root: string): string[] {
  if (!isFolder(root)) return []
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
  const meant = files.filter((one) => one.isFile() && [...entries, ...configs].includes(one.name))
  const folders = new Set(meant.map((one) => one.parentPath))
  return [...folders].filter((folder) => !relative(root, folder).split(sep).includes('node_modules')).sort()
}

function functionIn(folder: string, root: string): ProjectFunction | Problem {
  const config = configs.map((name) => join(folder, name)).find((file) => existsSync(file))
  if (config === undefined) {
    const entry = entries.map((name) => join(folder, name)).find((file) => existsSync(file)) ?? folder
    const name = relative(root, folder).replaceAll(sep, '/')
    return name === '' ? problem(entry, 'an entry beside the folders of functions', 'a folder for it, whose name is the function’s') : { name, entry, folder } // prettier-ignore
  }
  const read = readFile(config, { grammar: functionGrammar, doing: 'read a function' })
  if (read.kind === 'broken') return read.problem
  const entry = join(dirname(config), read.value.entry)
  if (existsSync(entry)) return { name: read.value.name, entry, folder }
  return problem(config, `the entry ${read.value.entry}, which is not there`, 'a file beside function.jsonc')
}

function problem(file: string, seen: string, wanted: string): Problem {
  return { place: { file, line: 0, column: 0 }, doing: 'read a function', seen, wanted }
}

const functionGrammar = z.looseObject({
  name: z
    .string()
    .trim()
    .min(1, 'an empty name')
    .regex(/^[^.]+$/, 'a name with a dot in it'),
  entry: z.string().min(1, 'an empty path'),
})
