import { readdirSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import type { Problem } from '../../model/problem.ts'
import type { Added, AddedFolder } from '../sources.ts'

/**
 * What is wrong with a user's folders themselves: their names begin ids, so that each name stands for one folder,
 * and none for one of ours.
 */
export function checkFolders({
  added,
  contracts,
}: {
  added: Added
  /** The folder of our contracts: the folders in it are our topics. */
  contracts: string
}): readonly Problem[] {
  const topics = foldersIn(contracts)
  const all = [...added.contracts, ...added.deviations]
  return [
    ...all.flatMap((folder) => missing(folder) ?? misnamed(folder) ?? []),
    ...added.contracts.flatMap((folder) => taken(folder, topics)),
    ...[added.contracts, added.deviations].flatMap(sameNames),
    ...all.flatMap((folder) => inside(folder, added.contracts)),
  ]
}

function foldersIn(directory: string): readonly string[] {
  const entries = readdirSync(directory, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

function missing(folder: AddedFolder): Problem | undefined {
  const found = statSync(folder.directory, { throwIfNoEntry: false })
  if (found === undefined) return problem(folder, { seen: 'nothing there', wanted: 'a folder that exists' })
  return found.isDirectory() ? undefined : problem(folder, { seen: 'a file', wanted: 'a folder of YAML files' })
}

function misnamed(folder: AddedFolder): Problem | undefined {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(folder.name)) return undefined
  const seen = `the name \`${folder.name}\`, with which its ids would begin`
  return problem(folder, { seen, wanted: 'a folder name in lower case with `-` between the words' })
}

function taken(folder: AddedFolder, topics: readonly string[]): readonly Problem[] {
  if (!topics.includes(folder.name)) return []
  const seen = `the name \`${folder.name}\`, with which ids of base44-conformance begin`
  return [problem(folder, { seen, wanted: `a folder of another name than ${topics.join(', ')}` })]
}

function sameNames(folders: readonly AddedFolder[]): readonly Problem[] {
  return folders.flatMap((folder, index) => {
    const before = folders.slice(0, index).find(({ name }) => name === folder.name)
    if (before === undefined) return []
    const seen = `the name \`${folder.name}\`, which ${before.as} has already`
    return [problem(folder, { seen, wanted: 'folders of different names: ids begin with them' })]
  })
}

/** What lies in a folder of contracts is read as a contract, also below. */
function inside(folder: AddedFolder, contracts: readonly AddedFolder[]): readonly Problem[] {
  const around = contracts.find((other) => other !== folder && isWithin(folder.directory, other.directory))
  if (around === undefined) return []
  const seen = `a folder in ${around.as}, of which every file is read as a contract`
  return [problem(folder, { seen, wanted: `a folder beside ${around.as}` })]
}

function isWithin(path: string, outer: string): boolean {
  const steps = relative(outer, path)
  return steps !== '' && !steps.startsWith('..')
}

function problem({ as }: AddedFolder, { seen, wanted }: Pick<Problem, 'seen' | 'wanted'>): Problem {
  return { place: { file: as, line: 0, column: 0 }, doing: 'reading a folder of the configuration', seen, wanted }
}
