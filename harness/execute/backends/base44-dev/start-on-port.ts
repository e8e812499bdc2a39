import { setTimeout } from 'node:timers/promises'
import { failure } from './ask.ts'
import { startCli, type CliProcess, type Exit } from './cli-process.ts'
import { freePort } from './free-port.ts'
import type { Limits } from './limits.ts'
import type { StartFailure } from './words.ts'

export interface OnPort {
  readonly cli: CliProcess
  readonly port: number
}

interface Command {
  readonly doing: string
  readonly args: (port: number) => readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly secrets: readonly string[]
  readonly transcript: string
  readonly limits: Limits
  readonly signal: AbortSignal | undefined
}

/** Ready to answer, on a port of its own; a port that another was faster to take is given up for the next. */
export async function startOnPort(command: Command, tries = 3): Promise<OnPort> {
  const { doing, limits, signal } = command
  const port = await freePort()
  const cli = startCli({ ...command, args: command.args(port) })
  const failed = await whyNotReady(cli, { port, limits, signal })
  if (failed === undefined) return { cli, port }
  await cli.stop(limits.stopMs)
  signal?.throwIfAborted()
  if (failed.kind === 'port-taken' && tries > 1) return startOnPort(command, tries - 1)
  throw failure(failed, { doing, cli })
}

async function whyNotReady(
  { output, exited }: CliProcess,
  { port, limits, signal }: { port: number; limits: Limits; signal: AbortSignal | undefined },
): Promise<StartFailure | undefined> {
  const over = new AbortController()
  const stopped = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal])
  const notReady: StartFailure = { kind: 'not-ready', ms: limits.startMs }
  const ready = output.next(/Dev server is available at/).then(() => undefined)
  // Interrupted: the caller looks at the signal, and says so.
  const late = setTimeout(limits.startMs, notReady, { signal: stopped }).catch(() => notReady)
  const died = exited.then((exit) => deathOf(exit, { port, lines: output.last(50) }))
  const first = await Promise.race([ready, late, died])
  over.abort()
  return first
}

function deathOf(exit: Exit | Error, { port, lines }: { port: number; lines: readonly string[] }): StartFailure {
  if (exit instanceof Error) return { kind: 'not-spawned', reason: exit.message }
  const isTaken = lines.some((line) => /EADDRINUSE|already in use/.test(line))
  return isTaken ? { kind: 'port-taken', port } : { kind: 'died', exit }
}
