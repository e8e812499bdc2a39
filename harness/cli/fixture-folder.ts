import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { AppFile } from '../model/fixture-app.ts'

/**
 * The fixture app as a folder, in the cache, named by what is in it: nothing is left behind by a run that is killed, and
 * Deno, which keeps what it compiled by its path, need not compile it again.
 */
export async function fixtureFolder(files: readonly AppFile[], cache: string): Promise<string> {
  const shelf = join(cache, 'fixture-app')
  const folder = join(shelf, createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16))
  if (isWhole(folder, files)) return folder
  await mkdir(shelf, { recursive: true })
  const staging = await mkdtemp(join(shelf, '.writing-'))
  for (const { path, text } of files) {
    await mkdir(dirname(join(staging, path)), { recursive: true })
    await writeFile(join(staging, path), text)
  }
  try {
    // What is there and not whole is a ruin: a cache loses files in other ways than by a kill.
    if (existsSync(folder)) await rename(folder, `${staging}-ruin`)
    await rename(staging, folder)
  } catch (error) {
    // Another run was faster.
    if (!isWhole(folder, files)) throw error
  } finally {
    for (const left of [staging, `${staging}-ruin`]) await rm(left, { recursive: true, force: true })
  }
  return folder
}

function isWhole(folder: string, files: readonly AppFile[]): boolean {
  return files.every(({ path, text }) => {
    const file = join(folder, path)
    return existsSync(file) && readFileSync(file, 'utf8') === text
  })
}
