import { runInNewContext } from 'node:vm'
import { Refusal } from './refusal.ts'

/** More than any honest query takes of what an emulator holds, and short enough for others to wait. */
const longestMs = 1000

/** Does what a caller's pattern might keep from ending; 400 when it takes too long. */
export function inTime<T>(work: () => T): T {
  try {
    // The one way to end a regular expression that backtracks forever without a process of its own.
    return runInNewContext('work()', { work }, { timeout: longestMs }) as T
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    throw new Refusal(400, `The query took longer than ${longestMs} ms: simplify the pattern of its "$regex".`)
  }
}
