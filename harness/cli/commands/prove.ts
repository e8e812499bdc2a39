import { availableParallelism } from 'node:os'
import pc from 'picocolors'
import type { Proof, ProofResult } from '../../model/proof.ts'
import { faults } from '../../faults/index.ts'
import { nearest } from '../../load/nearest.ts'
import { prove, type ProveOptions } from '../../prove.ts'
import { counted } from '../../../reports/quantity.ts'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import type { Home } from '../home.ts'
import { selectionsOf, usualSuite } from '../selection.ts'
import { UsageError } from '../usage-error.ts'
import { subjectsOf } from '../subjects-of.ts'

export interface ProveRequest {
  readonly contract?: readonly string[]
  readonly fault?: string
  readonly seed: number
  readonly jobs?: number
}

const words = {
  caught: 'caught',
  survived: 'survived: the contract holds although the fault is planted',
  'control-failed': 'only the control failed: the step that shows that the world works',
  unjudged: 'not judged',
} satisfies Record<ProofResult, string>

/** Every named fault has to be caught; else the contract cannot fail where it says it can. */
export async function proveCommand({
  request,
  console,
  home,
}: {
  request: ProveRequest
  console: Console
  home: Home
}): Promise<number> {
  const { stdout, stderr } = console
  const { fault } = request
  if (fault !== undefined && !Object.hasOwn(faults, fault)) throw unknownFault(fault)
  const started = performance.now()
  const proofs: Proof[] = []
  for await (const proof of proofsOf({ request, console, home })) {
    proofs.push(proof)
    if (stderr.isTerminal) stderr.write(`\r\u001b[2K${proofs.length} faults planted · ${proof.contract}`)
  }
  if (stderr.isTerminal) stderr.write('\r\u001b[2K')
  if (proofs.length === 0) throw new UsageError(`planted ${fault ?? 'faults'}: no selected contract names it.`)
  const missed = proofs.filter(({ result }) => result !== 'caught')
  for (const proof of missed) stdout.write(`${describe(proof, stdout.colour)}\n`)
  const contracts = new Set(proofs.map(({ contract }) => contract)).size
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  stdout.write(
    `${proofs.length - missed.length} of ${proofs.length} planted faults caught, in ${counted(contracts, 'contract')}, ${seconds} s\n`,
  )
  return console.signal.aborted ? 130 : missed.length === 0 ? 0 : 1
}

/** The proofs of the selected contracts on the default SDK. */
export async function* proofsOf(at: { request: ProveRequest; console: Console; home: Home }): AsyncGenerator<Proof> {
  yield* prove(await provingOptions(at))
}

/** What proving takes: the selected contracts, and the default SDK. */
export async function provingOptions({
  request,
  console,
  home,
}: {
  request: ProveRequest
  console: Console
  home: Home
}): Promise<ProveOptions> {
  const corpus = await corpusOf(home)
  const patterns = request.contract ?? []
  const { selections } = selectionsOf({ corpus, suites: [usualSuite(corpus)], seats: ['sdk'], patterns })
  const [subject] = await subjectsOf({}, { console, home, say: (text) => console.stderr.write(`${text}\n`) })
  if (subject === undefined) throw new Error('there is always a default SDK')
  return {
    corpus,
    contracts: [...new Set(selections.flatMap(({ contracts }) => contracts))],
    fault: request.fault,
    subject,
    seed: request.seed,
    jobs: request.jobs ?? home.project?.config.jobs ?? availableParallelism(),
    fixtures: home.fixtures,
    environment: console.environment,
    signal: console.signal,
  }
}

function describe(
  { contract, statement, fault, result, case: at, fingerprint, reason }: Proof,
  colour: boolean,
): string {
  const { red } = pc.createColors(colour)
  const details = [at === contract ? undefined : `in ${at}`, fingerprint, reason].filter((part) => part !== undefined)
  const named = statement === '*' ? '' : ` for ${statement}`
  return `${red('✗')} ${contract}: ${fault}${named} ${words[result]}${details.length === 0 ? '' : `\n    ${details.join('\n    ')}`}`
}

function unknownFault(fault: string): UsageError {
  const guess = nearest(fault, Object.keys(faults))
  return new UsageError(
    `looked for the fault "${fault}": there is none${guess === undefined ? '' : `; did you mean ${guess}?`} All of them: base44-conformance list faults`,
  )
}
