import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { CaseEvent } from '../model/event.ts'
import type { Row } from '../model/contract.ts'
import { eventsOf, fixtureSdk, optionsFor, twoContracts } from '../fixtures/options.ts'
import { evidence } from './fixtures/evidence.ts'
import { runScript } from './fixtures/run-script.ts'
import { writeRepro } from './write-repro.ts'

// What no contract has to ask for: an SDK that hangs, dies, looks for another host, or leaves errors for nobody.

test.each([
  'never-settles',
  'throws-later',
  'throws-after-the-last',
  'leaves-a-rejection',
  'contacts-another-host',
  'exits',
  'loops-for-ever',
  'throws-on-import',
])('%s: 1 as reported, 0 on an SDK that behaves', { timeout: 120_000 }, async (name) => {
  const options = optionsFor(fixtureSdk(name))
  const { cases } = await eventsOf(options)
  const { result } = cases[0] as CaseEvent
  const violation = result.violations[0] as (typeof result.violations)[number]
  const contract = twoContracts[0] as (typeof twoContracts)[number]
  const repro = writeRepro({
    contract,
    row: contract.rows[0] as Row,
    draw: violation.counterexample,
    step: violation.step,
    mismatch: violation.mismatch,
    wire: options.corpus.wire,
    lane: 'loopback',
    fixture: () => new Uint8Array(),
    evidence,
  })
  if (repro.kind !== 'script') throw new Error(repro.why)
  const [shown, kept] = await Promise.all([
    runScript({ script: repro.text, sdk: packageOf(name) }),
    runScript({ script: repro.text, sdk: packageOf('well-behaved') }),
  ])
  expect(shown).toMatchObject({ code: 1 })
  expect(kept).toMatchObject({ code: 0 })
})

/** A fixture of the executing stage as a package that can be installed. */
function packageOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'repro-sdk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'package.json'), '{ "name": "@base44/sdk", "type": "module", "exports": "./index.js" }')
  writeFileSync(join(folder, 'index.js'), `export * from '${fixtureSdk(name).entry}'`)
  return folder
}
