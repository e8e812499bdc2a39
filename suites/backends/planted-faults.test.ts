import { expect, onTestFinished, test } from 'vitest'
import { backendsOf } from '../../harness/cli/backends-of.ts'
import type { Console } from '../../harness/cli/console.ts'
import { corpusOf } from '../../harness/cli/corpus.ts'
import { findHome } from '../../harness/cli/home.ts'
import { provingOptions } from '../../harness/cli/proving-options.ts'
import { freePort } from '../../harness/execute/backends/fixtures/listen.ts'
import { backendFaults } from '../../harness/faults/backend-faults.ts'
import type { Contract } from '../../harness/model/contract.ts'
import { prove, type ProveOptions } from '../../harness/prove.ts'

// A proxy in front of a backend that spoils any one thing turns a contract red, and the report lays it at the backend's
// door. All contracts that name a fault: base44-conformance prove --backend <spec>.

test('every fault of a backend is caught by a contract that names it, and blamed on the backend', async () => {
  const options = await optionsOnEmulator()
  const proofs = await Array.fromAsync(prove({ ...options, contracts: oneForEachFault(options.corpus.contracts) }))
  expect(proofs.filter(({ result }) => result !== 'caught')).toEqual([])
  expect(proofs.map(({ fault }) => fault).toSorted()).toEqual(backendFaults.map(({ id }) => id).toSorted())
}, 240_000)

/** Each fault stays with the first contract that names it. */
function oneForEachFault(contracts: readonly Contract[]): Contract[] {
  const taken = new Set<string>()
  return contracts.flatMap((contract) => {
    const named = Object.values(contract.falsifiedBy).flat()
    const own = named.filter((id, at) => id.startsWith('backend/') && !taken.has(id) && named.indexOf(id) === at)
    own.forEach((id) => taken.add(id))
    return own.length === 0 ? [] : [{ ...contract, falsifiedBy: { '*': own } }]
  })
}

async function optionsOnEmulator(): Promise<ProveOptions> {
  const home = findHome()
  const desk = `http://127.0.0.1:${await freePort()}`
  const console = consoleWith({ ...process.env, CONFORMANCE_DESK_URL: desk })
  const { contracts, suites } = await corpusOf(home)
  const request = { backend: ['emulator'] }
  const { subjects, stop } = await backendsOf({ request, contracts, suites, console, home, say: () => {} })
  onTestFinished(stop)
  return provingOptions({ request: { seed: 1 }, backend: subjects[0], console, home })
}

function consoleWith(environment: NodeJS.ProcessEnv): Console {
  const silent = { write: () => {}, isTerminal: false, width: 80, colour: false }
  const { signal } = new AbortController()
  return { cwd: process.cwd(), environment, runtimeVersion: process.version, stderr: silent, stdout: silent, signal }
}
