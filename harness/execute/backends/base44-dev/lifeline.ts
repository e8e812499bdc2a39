import { rmSync } from 'node:fs'
import { rootVariable } from './channel.ts'

/**
 * Loaded into the process of `base44 dev`: its input is a pipe from the run, which nobody writes to. When it closes, the
 * run is gone, in whatever way, and could not stop what it started.
 */
process.stdin.resume()
process.stdin.on('close', () => {
  const root = process.env[rootVariable]
  try {
    if (root !== undefined) rmSync(root, { recursive: true, force: true })
  } finally {
    endGroup()
  }
})
;(process.stdin as unknown as { unref?: () => void }).unref?.()

/** This process leads a group, with the functions that it started in it. */
function endGroup(): void {
  if (process.platform === 'win32') process.kill(process.pid, 'SIGKILL')
  else process.kill(-process.pid, 'SIGKILL')
}
