import { CommanderError } from 'commander'
import { exitCodeOfError } from './exit-code-of-error.ts'
import { findHome } from './home.ts'
import { processConsole } from './process-console.ts'
import { program } from './program.ts'

/** The whole command line: returns the exit code, never ends the process itself. */
export async function main(args: readonly string[]): Promise<number> {
  const console = processConsole()
  let code = 0
  const done = (result: Promise<number>): Promise<void> => result.then((value) => void (code = value))
  try {
    await program({ console, home: findHome(), done }).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return exitCodeOfError(error, console)
  }
}
