import { fileURLToPath } from 'node:url'
import { measure } from './measure.ts'

/** Memory of a run of all contracts after 100 and after 10,000 runs a property. Takes minutes; see bench/results.md. */
const allowedGrowth = 1.2
const command = fileURLToPath(new URL('../bin/base44-conformance.js', import.meta.url))

const few = await measure(command, ['run', '--seed', '1', '--runs', '100'])
const many = await measure(command, ['run', '--seed', '1', '--runs', '10000'])
const growth = many.megabytes / few.megabytes
console.log(`all contracts, 100 runs a property: ${few.seconds.toFixed(1)} s, ${few.megabytes} MB`)
console.log(`all contracts, 10,000 runs a property: ${many.seconds.toFixed(0)} s, ${many.megabytes} MB`)
console.log(`${growth.toFixed(2)} times the memory (allowed: ${allowedGrowth})`)
process.exitCode = growth <= allowedGrowth && few.exitCode === 0 && many.exitCode === 0 ? 0 : 1
