import { closeSync, writeSync } from 'node:fs'
import type { Sink } from '../../reports/reporters/reporter.ts'
import { openForWriting } from './open-for-writing.ts'

/** The page that GitHub Actions shows for a step; it belongs to all that runs in the step, so it is added to. */
export function openStepSummary(environment: NodeJS.ProcessEnv): (Sink & { close: () => void }) | undefined {
  const path = environment['GITHUB_STEP_SUMMARY']
  if (path === undefined || path === '') return undefined
  const file = openForWriting({ path, called: 'the file that GITHUB_STEP_SUMMARY names', appending: true })
  return { write: (text) => void writeSync(file, text), close: () => closeSync(file) }
}
