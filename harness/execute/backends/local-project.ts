import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { LocalProject } from '../../model/backend.ts'
import { openTerminal, type Terminal } from './terminal.ts'

/** The project of a backend that runs here, while one draw changes it. */
export interface LocalGround {
  readonly terminal: Terminal
  /** Path below `base44/` → what stands there from now on. Resolves when the backend says that it saw it, or long after. */
  readonly deploy: (files: ReadonlyMap<string, Uint8Array>) => Promise<void>
  /** Everything is again as it was. */
  readonly restore: () => Promise<void>
}

/** A backend that watches its project says so within half a second; one that says nothing is not waited for longer. */
const noticeMs = 3000

export function openLocalProject({ project, output, noticed: pattern }: LocalProject): LocalGround {
  const terminal = openTerminal(output)
  const before = new Map<string, Uint8Array | undefined>()
  let firstNew: string[] = []

  async function noticed(change: () => Promise<void>): Promise<void> {
    const from = terminal.position()
    await change()
    await terminal.grown({ from, lines: 1, like: new RegExp(pattern), withinMs: noticeMs })
  }

  return {
    terminal,
    deploy: (files) =>
      noticed(async () => {
        for (const [path, bytes] of files) {
          const file = fileIn(project, path)
          if (!before.has(file)) {
            before.set(file, existsSync(file) ? await readFile(file) : undefined)
            firstNew.push(...highestNew(file))
          }
          await mkdir(dirname(file), { recursive: true })
          await writeFile(file, bytes)
        }
      }),
    async restore() {
      if (before.size === 0) return
      await noticed(async () => {
        for (const [file, bytes] of before) if (bytes !== undefined) await writeFile(file, bytes)
        for (const made of firstNew) await rm(made, { recursive: true, force: true })
      })
      before.clear()
      firstNew = []
    },
  }
}

/** Contracts are data that others may have written: nothing is put outside of the project. */
function fileIn(project: string, path: string): string {
  const root = join(project, 'base44')
  const file = resolve(root, path)
  const inside = relative(root, file)
  if (inside === '' || inside.startsWith(`..${sep}`) || inside === '..') {
    throw new Error(`put ${JSON.stringify(path)} into the project: it lies outside. Name a file below base44/.`)
  }
  return file
}

/** What is made for a file: itself, or the highest folder that is not there; nothing where it is there already. */
function highestNew(file: string): string[] {
  if (existsSync(file)) return []
  let made = file
  while (!existsSync(dirname(made))) made = dirname(made)
  return [made]
}
