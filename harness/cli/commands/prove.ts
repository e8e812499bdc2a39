import type { Proof } from '../../model/proof.ts'
import { BackendLost } from '../../execute/execute-case.ts'
import { SubjectError } from '../../execute/subjects/subject-error.ts'
import { faults } from '../../faults/index.ts'
import { nearest } from '../../load/nearest.ts'
import { prove, type ProveOptions } from '../../prove.ts'
import { backendsOf } from '../backends-of.ts'
import type { Console } from '../console.ts'
import type { Home } from '../home.ts'
import { contractsToProve, provingOptions, type Proving } from '../proving-options.ts'
import { missedOf, sayProofs } from '../say-proofs.ts'
import { usualBackend } from '../usual-backend.ts'
import { UsageError } from '../usage-error.ts'

export interface ProveRequest extends Proving {
  /** The backend on which faults of backends are planted; left out: those of SDKs are, on the default one. */
  readonly backend?: string
  readonly allowWrites?: readonly string[]
  readonly rate?: number
}

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
  checkFault(request)
  const { backend = usualBackendFor(request), ...others } = request
  const say = (text: string): void => console.stderr.write(`${text}\n`)
  const asked = { ...others, ...(backend !== undefined && { backend: [backend] }) }
  const chosen = await contractsToProve({ request, seat: backend === undefined ? 'sdk' : 'backend', home })
  const { contracts, corpus } = chosen
  const { subjects, stop } = await backendsOf({ request: asked, contracts, suites: corpus.suites, console, home, say })
  try {
    const options = await provingOptions({ request, chosen, backend: subjects[0], console, home })
    return await proveAll({ options, request, console })
  } finally {
    await stop()
  }
}

async function proveAll({
  options,
  request: { fault, contract },
  console,
}: {
  options: ProveOptions
  request: ProveRequest
  console: Console
}): Promise<number> {
  const { stdout, stderr, signal } = console
  const { subject, corpus } = options
  const started = performance.now()
  const proofs: Proof[] = []
  try {
    for await (const proof of prove(options)) {
      proofs.push(proof)
      if (stderr.isTerminal) stderr.write(`\r\u001b[2K${proofs.length} faults planted · ${proof.contract}`)
    }
  } catch (error) {
    if (!(error instanceof BackendLost)) throw error
    throw new SubjectError(`planted faults at ${subject.id}: ${error.message}. Is it still running?`)
  }
  if (stderr.isTerminal) stderr.write('\r\u001b[2K')
  if (proofs.length === 0) throw new UsageError(`planted ${fault ?? 'faults'}: no selected contract names it.`)
  const all = fault === undefined && contract === undefined
  const unnamed = all ? unnamedOf({ seat: subject.kind, corpus }) : []
  const seconds = (performance.now() - started) / 1000
  stdout.write(sayProofs({ proofs, seat: subject.kind, unnamed, seconds, colour: stdout.colour }))
  if (signal.aborted) return 130
  return missedOf(proofs, subject.kind).length + unnamed.length === 0 ? 0 : 1
}

/** Faults that no contract at all says it catches. */
function unnamedOf({ seat, corpus }: { seat: 'sdk' | 'backend'; corpus: ProveOptions['corpus'] }): string[] {
  const named = new Set(corpus.contracts.flatMap(({ falsifiedBy }) => Object.values(falsifiedBy).flat()))
  return Object.keys(faults).filter((id) => id.startsWith(`${seat}/`) && !named.has(id))
}

/** The proofs of the selected contracts on the default SDK. */
export async function* proofsOf(at: { request: Proving; console: Console; home: Home }): AsyncGenerator<Proof> {
  yield* prove(await provingOptions(at))
}

function checkFault({ fault, backend }: ProveRequest): void {
  if (fault === undefined) return
  if (!Object.hasOwn(faults, fault)) {
    const guess = nearest(fault, Object.keys(faults))
    throw new UsageError(
      `looked for the fault "${fault}": there is none${guess === undefined ? '' : `; did you mean ${guess}?`} All of them: base44-conformance list faults`,
    )
  }
  if (isOfBackends(fault) || backend === undefined) return
  throw new UsageError(`planted ${fault}: it is planted in an SDK, and --backend names a backend. Leave --backend out.`)
}

/** Where a fault of backends is planted, unless a backend is named. */
function usualBackendFor({ fault }: ProveRequest): string | undefined {
  return fault !== undefined && isOfBackends(fault) ? usualBackend : undefined
}

function isOfBackends(fault: string): boolean {
  return fault.startsWith('backend/')
}
