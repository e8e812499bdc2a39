// Adds up what a whole run of CI found: its own steps, the judged cases, the tests. Prints `N passed, N failed`.
//   node tools/count-results.mjs <folder of reports> <steps passed> <steps failed>
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, stepsPassed, stepsFailed] = process.argv.slice(2)
let passed = Number(stepsPassed)
let failed = Number(stepsFailed)
for (const name of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  if (report.totals !== undefined) {
    const { holds, noted, deviating, violated, untestable, notRun, stale, expired } = report.totals
    passed += holds + noted + deviating
    failed += violated + untestable + notRun + stale + expired
  } else {
    passed += report.numPassedTests
    failed += report.numFailedTests + (report.numTotalTests === 0 ? 1 : 0)
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
