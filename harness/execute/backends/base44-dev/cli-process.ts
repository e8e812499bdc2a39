import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { atTheEnd } from '../at-the-end.ts'
import { openOutput, type Output } from './output.ts'
import { endGroup, signalGroup } from './process-group.ts'

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** The command as a process, with a group of its own that holds all that it starts. */
export interface CliProcess {
  readonly output: Output
  /** It could not be started at all, or ended; then nothing of its group is left either. */
  readonly exited: Promise<Exit | Error>
  /** Asked to stop, then made to. */
  readonly stop: (stopMs: number) => Promise<void>
}

export function startCli({
  args,
  cwd,
  env,
  secrets,
  transcript,
}: {
  args: readonly string[]
  cwd: string
  env: NodeJS.ProcessEnv
  /** Never to be repeated. */
  secrets: readonly string[]
  /** File to which everything is written that it prints. */
  transcript: string
}): CliProcess {
  const output = openOutput({ secrets, transcript })
  // Its input is the lifeline: see there.
  const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => undefined)
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', output.reader())
  const { pid } = child
  const ended = new Promise<Exit | Error>((resolve) => {
    child.on('error', resolve)
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
  const forget = atTheEnd(() => void (pid !== undefined && signalGroup(pid, 'SIGKILL')))
  // Functions outlive a command that was killed.
  const exited = ended.then(async (how) => {
    if (pid !== undefined) await endGroup(pid)
    forget()
    return how
  })
  return {
    output,
    exited,
    async stop(stopMs) {
      if (pid === undefined) return
      signalGroup(pid, 'SIGTERM')
      await Promise.race([ended, setTimeout(stopMs, undefined, { ref: false })])
      signalGroup(pid, 'SIGKILL')
      await exited
    },
  }
}
