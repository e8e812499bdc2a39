import { rmSync } from 'node:fs'
import { cp, mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalProject } from '../../model/backend.ts'
import { atTheEnd } from './at-the-end.ts'

/** A copy of a project that one run has to itself, with the file of what is printed. */
export interface OwnCopy extends Pick<LocalProject, 'project' | 'output'> {
  /** Nothing of it is left. */
  readonly remove: () => void
}

export async function ownCopyOf(project: string): Promise<OwnCopy> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'base44-emulator-')))
  const clear = (): void => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  const forget = atTheEnd(clear)
  const copy = join(root, 'project')
  await cp(join(project, 'base44'), join(copy, 'base44'), { recursive: true })
  return {
    project: copy,
    output: join(root, 'terminal.log'),
    remove() {
      clear()
      forget()
    },
  }
}
