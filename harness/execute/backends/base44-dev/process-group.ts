import { execFileSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

/** Ends a process and all that it started, which is in its group; false where nothing of it is left. */
export function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL' | 0): boolean {
  try {
    if (process.platform === 'win32') return signalTree(pid, signal)
    process.kill(-pid, signal)
    return true
  } catch {
    return false
  }
}

/** Ends the group without asking, and waits until it is gone. */
export async function endGroup(pid: number): Promise<void> {
  // An orphan that nobody reaps stays in the table of processes, dead: it is not waited for longer than this.
  for (let tries = 0; tries < 50 && signalGroup(pid, 'SIGKILL'); tries += 1) await setTimeout(20)
}

/** Windows knows no groups, and no asking either. */
function signalTree(pid: number, signal: string | number): boolean {
  if (signal === 0) return process.kill(pid, 0)
  execFileSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
  return true
}
