import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalProject } from '../../model/backend.ts'

/** A copy of a project that one run has to itself, with the file of what is printed. */
export interface OwnCopy extends Pick<LocalProject, 'project' | 'output'> {
  /** Nothing of it is left. */
  readonly remove: () => Promise<void>
}

export async function ownCopyOf(project: string): Promise<OwnCopy> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'base44-emulator-')))
  const remove = removeAtTheEnd(root)
  const copy = join(root, 'project')
  await cp(join(project, 'base44'), join(copy, 'base44'), { recursive: true })
  return { project: copy, output: join(root, 'terminal.log'), remove }
}

/**
 * A process that does nothing but wait for its input to end, which it does with this process, however that ends; then it
 * removes the folder. A process that was killed cleans up nothing by itself.
 */
function removeAtTheEnd(folder: string): () => Promise<void> {
  const cleaner = spawn(process.execPath, ['-e', cleaning, folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl-C at the terminal is not for it.
    detached: true,
    env: {},
  })
  cleaner.unref()
  return async () => {
    cleaner.ref()
    const ended = once(cleaner, 'exit')
    cleaner.stdin.end()
    await ended
  }
}

const cleaning = `process.stdin.resume().on('close', () =>
  require('node:fs').rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))`
