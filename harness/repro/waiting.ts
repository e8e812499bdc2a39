import type { Step } from '../model/contract.ts'
import { keysUpTo } from './expectations.ts'
import type { Script } from './script.ts'
import { memberOf } from './source/text.ts'

/** The lines that wait until nothing is under way any more, where that matters. */
export function waitingLines(step: Step, script: Script, reported: boolean): string[] {
  return needsWaiting(step, script, reported) ? waiting(step, script) : []
}

/** Requests and callbacks may come later than the outcome; it matters where they are looked at. */
function needsWaiting({ expect }: Step, { mismatch }: Script, reported: boolean): boolean {
  if (mismatch.expectation === 'conduct') return true
  if (reported) return keysUpTo(mismatch.expectation).some((key) => key === 'sends' || key === 'receives')
  return expect.notifies !== undefined || JSON.stringify(expect).includes('"$keep"')
}

/** Waits until nothing is under way any more, and until callbacks have heard what they are to hear. */
function waiting({ expect }: Step, script: Script): string[] {
  if (expect.sends === undefined && expect.receives === undefined && expect.notifies === undefined) return []
  script.need('settled')
  if (JSON.stringify(expect.sends ?? null).includes('"aborted"')) script.need('aborted')
  const counts = Object.entries((expect.notifies ?? {}) as Record<string, readonly unknown[]>)
  if (counts.length === 0) return ['await settled()']
  script.need('callbacks')
  const missing = counts.map(([name, calls]) => `!(heard${memberOf(name)}?.length >= ${calls.length})`).join(' || ')
  return [`await settled(() => ${missing})`]
}
