import { dirname, join, sep } from 'node:path'
import type { Project } from './read-project.ts'

/** Which functions read a file that has changed. What lies in no function's folder may be imported by all of them. */
export function touchedBy(
  paths: readonly string[],
  { functions, functionsFolder }: Pick<Project, 'functions' | 'functionsFolder'>,
): (name: string) => boolean {
  const folders = new Map(functions.map(({ name, folder }) => [name, folder]))
  const owned = (path: string): boolean => functions.some(({ folder }) => isIn(path, folder))
  const shared = [functionsFolder, join(dirname(functionsFolder), 'shared')]
  const isShared = paths.some((path) => shared.some((folder) => isIn(path, folder)) && !owned(path))
  return (name) => isShared || paths.some((path) => isIn(path, folders.get(name)))
}

function isIn(path: string, folder: string | undefined): boolean {
  return folder !== undefined && (path === folder || path.startsWith(`${folder}${sep}`))
}
