// Every measurement of `npm run bench`, also when one is above its limit.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

for (const script of ['overhead', 'whole-run', 'first-verdict', 'function-calls', 'entities']) {
  console.log(`\n${script}`)
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`${script}.ts`, import.meta.url))], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
