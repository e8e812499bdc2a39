import fc, { type Arbitrary, type Parameters } from 'fast-check'
import type { Bindings } from './model/value.ts'
import type { Contract } from './model/contract.ts'
import type { DrawPlace } from './model/replay.ts'
import type { Generator } from './model/generator.ts'
import type { PlannedCase } from './model/plan.ts'
import { modelNamed } from './model-named.ts'

/** Where draws come from. */
export interface Drawing {
  readonly planned: Pick<PlannedCase, 'contract' | 'seed' | 'runs'>
  readonly generators: Readonly<Record<string, Generator>>
}

/** Everything a contract draws, as one arbitrary over its names. */
export function arbitraryOf({
  planned,
  generators,
}: Pick<Drawing, 'generators'> & { planned: Pick<PlannedCase, 'contract'> }): Arbitrary<Bindings> {
  const draws = Object.entries(planned.contract.forAll).map(([name, draw]) => {
    if (draw.kind === 'one-of') return [name, fc.constantFrom(...draw.values)] as const
    if (draw.kind === 'history') return [name, modelNamed(draw.model).histories(planned.contract.given)] as const
    const generator = generators[draw.generator]
    if (generator === undefined) throw new Error(`no generator is called ${draw.generator}`)
    return [name, generator.arbitrary] as const
  })
  return fc.record(Object.fromEntries(draws))
}

/** Whether there is anything to draw: a contract without draws has one run, and nothing to make smaller. */
export function drawsAnything({ planned }: { planned: Pick<PlannedCase, 'contract'> }): boolean {
  return Object.keys(planned.contract.forAll).length > 0
}

/**
 * Holds a predicate against draws. fast-check takes what a predicate throws for a counterexample; here an exception
 * is a mistake of ours, and comes through.
 */
export async function checkDraws({
  drawing,
  predicate,
  at,
}: {
  drawing: Drawing
  /** False for a draw that fails. */
  predicate: (draw: Bindings) => Promise<boolean>
  /** Only the draw at this path, and smaller ones; left out: every draw once. */
  at?: string
}): Promise<{ path: string | undefined; shrinks: number }> {
  const { planned } = drawing
  let mistake: { readonly error: unknown } | undefined
  const property = fc.asyncProperty(arbitraryOf(drawing), async (draw) => {
    if (mistake !== undefined) return true
    try {
      return await predicate(draw)
    } catch (error) {
      mistake = { error }
      return true
    }
  })
  const which = { ...parametersOf(planned), ...(at !== undefined && { path: at, numRuns: 1 }) }
  const { counterexamplePath, numShrinks } = await fc.check(property, which)
  if (mistake !== undefined) throw mistake.error
  return { path: counterexamplePath ?? undefined, shrinks: numShrinks }
}

/** Whether the draws are so few that each is had once, in order: their seed is of no account. */
export function isListed({ contract, runs }: Pick<PlannedCase, 'contract' | 'runs'>): boolean {
  return everyDraw(contract.forAll, runs) !== undefined
}

/** The draw at a place, attempted by nobody; undefined where there is none. */
export function drawAt({
  contract,
  place,
  generators,
}: {
  contract: Contract
  place: Extract<DrawPlace, { kind: 'seeded' | 'listed' }>
  generators: Drawing['generators']
}): Bindings | undefined {
  let found: Bindings | undefined
  const property = fc.property(arbitraryOf({ planned: { contract }, generators }), (draw) => void (found ??= draw))
  const which = place.kind === 'seeded' ? place : listedPlace(contract.forAll, place.path)
  if (which === undefined) return undefined
  try {
    fc.check(property, { ...which, numRuns: 1 })
  } catch (error) {
    // fast-check has no class of its own for this, and no other error for a path.
    if (!String(error).includes('Unable to replay')) throw error
  }
  return found
}

/** One of all combinations, as the only example there is; its shrinking does not depend on the others. */
function listedPlace(forAll: Contract['forAll'], path: string): Parameters<[Bindings]> | undefined {
  const [index = '', ...shrunk] = path.split(':')
  const draw = everyDraw(forAll, mostListed)?.[Number(index)]
  return draw && { path: ['0', ...shrunk].join(':'), examples: [[draw]] }
}

/** No run with so many draws comes to an end. */
const mostListed = 1_000_000

/** Where the draws are few enough to be had all, each is had once, in order; else they come by the seed. */
function parametersOf({ seed, runs, contract }: Drawing['planned']): Parameters<[Bindings]> {
  const all = everyDraw(contract.forAll, runs)
  return all === undefined
    ? { seed, numRuns: runs }
    : { seed, numRuns: all.length, examples: all.map((draw) => [draw]) }
}

/** Every combination of draws, where each is from a list and there are at most `most` of them. */
function everyDraw(forAll: Contract['forAll'], most: number): Bindings[] | undefined {
  let all: Bindings[] = [{}]
  for (const [name, draw] of Object.entries(forAll)) {
    if (draw.kind !== 'one-of' || all.length * draw.values.length > most) return undefined
    all = all.flatMap((before) => draw.values.map((value) => ({ ...before, [name]: value })))
  }
  return all
}
