import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { SubjectError } from '../subjects/subject-error.ts'

/** The npm packages that functions of a project import, as they write them. */
export async function importedPackages(project: string): Promise<string[]> {
  const texts = await Promise.all((await sourcesOf(project)).map((file) => readFile(file, 'utf8')))
  const found = texts.flatMap((text) => [...text.matchAll(/(['"])(npm:[^'"\s]+)\1/g)].map(([, , name]) => name ?? ''))
  return [...new Set(found)].sort()
}

/** A backend without functions would answer nothing that contracts ask. */
export async function refuseWithoutFunctions(project: string): Promise<void> {
  const sources = await sourcesOf(project)
  if (sources.some((file) => /^(entry\.[jt]s|function\.jsonc?)$/.test(basename(file)))) return
  throw new SubjectError(
    `looked for the functions of the app in ${project}: there is no base44/functions/<name>/entry.ts. Write the app that is wanted with: base44-conformance fixture <dir>.`,
  )
}

async function sourcesOf(project: string): Promise<string[]> {
  const folder = join(project, 'base44', 'functions')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && /\.([cm]?[jt]sx?|jsonc?)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}
