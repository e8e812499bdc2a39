import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { corpusOf, vocabulary } from '../cli/corpus.ts'
import { findHome } from '../cli/home.ts'
import { hearsOfSockets } from '../language/hears-of-sockets.ts'
import { loadCorpus } from '../load/load-corpus.ts'
import type { Corpus } from '../model/corpus.ts'
import { installedSdk } from '../cli/fixtures/installed-sdk.ts'
import { casesThatHold } from '../cli/fixtures/cases-that-hold.ts'
import { runScript } from './fixtures/run-script.ts'
import { scriptsOfContracts, type ContractScript } from '../cli/fixtures/scripts-of-contracts.ts'

const real = await corpusOf(findHome())
/** What the language can say beyond what contracts say today. */
const examples = await loadCorpus({
  sources: { contracts: fileURLToPath(new URL('../fixtures/language', import.meta.url)), suites: '/nowhere' },
  vocabulary,
})

test('a script can be written of every contract, but of those whose clients open sockets', async () => {
  const scripts = await scriptsOfContracts(real, 1)
  expect(scripts.length).toBeGreaterThan(100)
  const without = scripts.filter(({ repro }) => repro.kind !== 'script').map(({ id }) => id)
  expect(without).toEqual(scripts.filter(({ id }) => opensSockets(id, real)).map(({ id }) => id))
})

/** All of them take a minute and more: `npm run campaign:repros`. */
const everyNth = 16

test('where the promise is kept, the script says so: a sample of all cases', { timeout: 240_000 }, async () => {
  const holding = await casesThatHold(real, 1)
  const scripts = (await scriptsOfContracts(real, 1)).filter(({ id }) => holding.has(id) && !opensSockets(id, real))
  expect(await accusing(scripts.filter((_, index) => index % everyNth === 0))).toEqual([])
})

test('and of the examples of the language', { timeout: 120_000 }, async () => {
  const corpus: Corpus = { ...examples.corpus, wire: real.wire }
  const scripts = await scriptsOfContracts(corpus, 1)
  expect(await accusing(scripts.filter(({ id }) => !opensSockets(id, corpus)))).toEqual([])
})

function opensSockets(id: string, { contracts }: Corpus): boolean {
  const contract = contracts.find((one) => one.id === id.replace(/#.*/, ''))
  return contract !== undefined && hearsOfSockets(contract).any
}

async function accusing(scripts: readonly ContractScript[]): Promise<object[]> {
  const { directory } = await installedSdk()
  const ran = scripts.map(async ({ id, repro }) => {
    if (repro.kind !== 'script') return { id, repro }
    const { code, output } = await runScript({ script: repro.text, sdk: directory })
    return code === 0 && output.includes('The promise is kept\n') ? [] : { id, code, output }
  })
  return (await Promise.all(ran)).flat()
}
