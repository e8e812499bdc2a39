import { writeFileSync } from 'node:fs'

// Preloaded into a measured process: leaves its peak memory, in MB, where the measuring one asks for it.
const file = process.env['BENCH_PEAK']
if (file !== undefined) {
  process.on('exit', () => writeFileSync(file, String(Math.round(process.resourceUsage().maxRSS / 1024))))
}
