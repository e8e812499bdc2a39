import type { Seat } from '../../model/contract.ts'
import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import { suggest } from '../nearest.ts'
import { citedIn } from './check-citations.ts'
import { seatsOf } from './seats.ts'
import type { Surroundings } from './surroundings.ts'

/** Which faults break which statement must be told, unless there is only one statement. */
export function checkFaults({
  contract,
  faults: known,
  models,
  complain,
}: {
  contract: Encoded
  models: Surroundings['models']
  /** Every fault that there is. */
  faults: readonly string[]
  complain: Complain
}): void {
  const cited = citedIn(contract)
  const faults = fieldOf(contract, 'falsifiedBy')
  const path = ['falsifiedBy']
  if (faults === undefined) return
  if (Array.isArray(faults)) {
    if (cited.length < 2) return checkSeatsOfFaults({ contract, known, models, complain })
    const wanted = `for each of them the faults that break it: { ${cited[0]}: […], … }`
    return complain({ path, seen: `a list, though ${cited.length} statements are cited`, wanted })
  }
  const named = fieldsOf(faults).map(([id]) => id)
  if (cited.length === 0)
    return complain({ path, seen: 'a map, though nothing is cited', wanted: 'a list of fault ids' })
  const uncited = named.filter((id) => !cited.includes(id))
  const missing = cited.filter((id) => !named.includes(id))
  for (const id of uncited) {
    complain({ path: [...path, id], part: 'key', seen: `\`${id}\`, which is not cited`, wanted: suggest(id, cited) })
  }
  for (const id of missing) {
    complain({ path, part: 'key', seen: `no faults for \`${id}\``, wanted: `\`${id}: [fault ids]\`` })
  }
  if (uncited.length + missing.length === 0) checkSeatsOfFaults({ contract, known, models, complain })
}

/**
 * Each seat that a contract judges has a fault that the contract must catch there, and no other seat has one. As long as
 * no fault of a seat exists at all there is none to name: `decisions/0014-who-is-asked-inside.md`.
 */
function checkSeatsOfFaults({
  contract,
  known,
  models,
  complain,
}: {
  contract: Encoded
  models: Surroundings['models']
  known: readonly string[]
  complain: Complain
}): void {
  const judged = seatsOf(contract, models)
  const named = faultsIn(fieldOf(contract, 'falsifiedBy'))
  for (const seat of judged) {
    if (!known.some((id) => isOf(seat, id)) || named.some(({ id }) => isOf(seat, id))) continue
    const wanted = `a \`${seat}/…\` fault besides: the contract judges ${judged.join(' and ')}`
    complain({ path: ['falsifiedBy'], part: 'key', seen: `no fault of ${articles[seat]}`, wanted })
  }
  const nothingToName = !judged.some((seat) => known.some((id) => isOf(seat, id)))
  for (const { id, path } of nothingToName ? [] : named) {
    if (judged.some((seat) => isOf(seat, id))) continue
    const wanted = `faults of ${judged.map((seat) => articles[seat]).join(' and ')}: no other is judged`
    complain({ path, seen: `\`${id}\``, wanted })
  }
}

const articles: Readonly<Record<Seat, string>> = { sdk: 'an SDK', backend: 'a backend' }

function isOf(seat: Seat, id: string): boolean {
  return id.startsWith(`${seat}/`)
}

function faultsIn(faults: Encoded | undefined): readonly { id: string; path: (string | number)[] }[] {
  const lists = Array.isArray(faults) ? [[undefined, faults as Encoded] as const] : fieldsOf(faults)
  return lists.flatMap(([statement, ids]) =>
    itemsOf(ids).map((id, index) => ({
      id: String(id),
      path: ['falsifiedBy', ...(statement === undefined ? [] : [statement]), index],
    })),
  )
}
