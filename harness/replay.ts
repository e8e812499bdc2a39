import { createHash } from 'node:crypto'
import type { Bindings } from './model/value.ts'
import type { Contract } from './model/contract.ts'
import type { Deviation } from './model/deviation.ts'
import type { DrawPlace } from './model/replay.ts'
import type { Generator } from './model/generator.ts'
import type { PlannedCase } from './model/plan.ts'
import { toPlain } from './language/plain.ts'
import { writeReplay } from './language/replay-token.ts'
import { drawAt, drawsAnything, isListed } from './draw.ts'

/** What leads back to a failure: its path among the draws, or the deviation whose witness it is. */
export type Origin =
  { readonly kind: 'path'; readonly path: string } | { readonly kind: 'witness'; readonly deviation: string }

/** The token that runs exactly this draw of this case again. Without the draw it carries no checksum. */
export function tokenOf({ planned, origin, draw }: { planned: PlannedCase; origin: Origin; draw?: Bindings }): string {
  if (planned.pinned !== undefined) return planned.pinned.token
  const { contract, row } = planned
  const place = placeOf({ planned, origin, ...(draw && { check: checksum(draw) }) })
  return writeReplay({ contract: contract.id, ...(row.name !== undefined && { row: row.name }), draw: place })
}

function placeOf({ planned, origin, check }: { planned: PlannedCase; origin: Origin; check?: string }): DrawPlace {
  if (origin.kind === 'witness') return origin
  if (!drawsAnything({ planned })) return { kind: 'nothing' }
  const place = { path: origin.path, ...(check !== undefined && { check }) }
  return isListed(planned) ? { kind: 'listed', ...place } : { kind: 'seeded', seed: planned.seed, ...place }
}

export type Found = { readonly kind: 'found'; readonly draw: Bindings } | { readonly kind: Missing }

/** Why a draw cannot be had again. */
export type Missing = 'draws-now' | 'draws-no-more' | 'no-such-draw' | 'another-draw' | 'no-such-deviation'

/** The draw that a token names, where there still is one. */
export function findDraw({
  contract,
  place,
  generators,
  deviations,
}: {
  contract: Contract
  place: DrawPlace
  generators: Readonly<Record<string, Generator>>
  deviations: readonly Deviation[]
}): Found {
  const draws = Object.keys(contract.forAll).length > 0
  if (place.kind === 'nothing') return draws ? { kind: 'draws-now' } : { kind: 'found', draw: {} }
  if (place.kind === 'witness') {
    const deviation = deviations.find(({ id }) => id === place.deviation)
    if (deviation?.contract !== contract.id) return { kind: 'no-such-deviation' }
    return { kind: 'found', draw: deviation.witness }
  }
  if (!draws) return { kind: 'draws-no-more' }
  const draw = drawAt({ contract, place, generators })
  if (draw === undefined) return { kind: 'no-such-draw' }
  // The same place leads to another value once a generator has changed: that would be another case, silently.
  if (place.check !== undefined && place.check !== checksum(draw)) return { kind: 'another-draw' }
  return { kind: 'found', draw }
}

/** Enough to notice, short enough to be read out. */
function checksum(draw: Bindings): string {
  return createHash('sha256')
    .update(JSON.stringify(toPlain(draw)))
    .digest('hex')
    .slice(0, 4)
}
