import { fileURLToPath } from 'node:url'
import { measure } from './measure.ts'

/** What a whole run takes: time and memory, against a bare loop and against itself with a hundred times the draws. */
const allowed = { seconds: 10, megabytesOverBare: 250, growth: 1.2 }
const command = fileURLToPath(new URL('../bin/base44-conformance.js', import.meta.url))
const bareProcess = fileURLToPath(new URL('./bare-process.ts', import.meta.url))
const rounds = 3
// One property for each kind of traffic: JSON, files, raw bytes. All contracts: npm run campaign:memory.
const some = ['invoke-sends-parameters-as-json', 'multipart-carries-files-whole', 'fetch-hands-over-raw-bytes']
const properties = some.flatMap((name) => ['--contract', `functions/${name}`])

const bare = await measure(bareProcess, [])
console.log(`bare loop, 20,000 calls: ${bare.seconds.toFixed(1)} s, ${bare.megabytes} MB at its peak`)

const runs = []
for (let round = 1; round <= rounds; round++) {
  const run = await measure(command, ['run', '--seed', '1', '--runs', '100'])
  runs.push(run)
  console.log(`all contracts, 100 runs a property, round ${round}: ${run.seconds.toFixed(1)} s, ${run.megabytes} MB`)
}
const seconds = runs.map((run) => run.seconds).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] as number
const over = Math.max(...runs.map((run) => run.megabytes)) - bare.megabytes
console.log(
  `median ${seconds.toFixed(1)} s (allowed: ${allowed.seconds}), ${(seconds / bare.seconds).toFixed(2)} times the bare loop; ${over} MB over the bare loop (allowed: ${allowed.megabytesOverBare})`,
)

const many = await measure(command, ['run', '--seed', '1', '--runs', '10000', ...properties])
const after = Math.max(...runs.map((run) => run.megabytes))
const growth = many.megabytes / after
console.log(
  `after 100 runs ${after} MB; ${some.length} properties after 10,000 runs ${many.megabytes} MB: ${growth.toFixed(2)} times (allowed: ${allowed.growth})`,
)

const kept = seconds <= allowed.seconds && over <= allowed.megabytesOverBare && growth <= allowed.growth
process.exitCode = kept && [...runs, many].every((run) => run.exitCode === 0) ? 0 : 1
