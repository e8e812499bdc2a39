import { basename, dirname, join } from 'node:path'
import semver from 'semver'
import type { Deviation } from '../../model/deviation.ts'
import type { Problem } from '../../model/problem.ts'
import type { Encoded } from '../../model/value.ts'
import { complaintsAbout } from '../complaints.ts'
import type { Complain } from '../complaints.ts'
import { scan } from '../contract/scan.ts'
import { deviationGrammar } from '../grammar/deviation.ts'
import { openLeaves } from '../grammar/leaves.ts'
import { fieldOf, fieldsOf, textOf } from '../look.ts'
import { choiceOf, suggest } from '../nearest.ts'
import { complaintsOfShape } from '../structure.ts'
import { isWithin } from '../yaml/path.ts'
import type { Source } from '../yaml/source.ts'
import { caseId, misreference } from './cases.ts'
import type { KnownContracts } from './cases.ts'

const shape = deviationGrammar(openLeaves)

/** A file of `suites/deviations`; `exists` tells whether a file lies beside it. */
export function readDeviation({
  source,
  known,
  exists,
}: {
  source: Source
  known: KnownContracts
  exists: (file: string) => boolean
}): { readonly loaded?: Deviation; readonly problems: readonly Problem[] } {
  const id = basename(source.file, '.yaml')
  const { problems, complain } = complaintsAbout({ source, name: `deviation ${id}` })
  const misshapen = complaintsOfShape({ shape, value: source.value, path: [] })
  misshapen.forEach(complain)
  const check = { entry: source.value, known, complain: unlessWithin(misshapen, complain) }
  checkCase(check)
  checkWitness(check)
  checkRange(check)
  const repair = textOf(fieldOf(source.value, 'repair'))
  if (repair !== undefined && !exists(join(dirname(source.file), repair))) {
    complain({ path: ['repair'], seen: `\`${repair}\`, which is not there`, wanted: 'a patch beside this file' })
  }
  if (problems.length > 0 || source.faulty.length > 0) return { problems }
  const written = source.value as unknown as Omit<Deviation, 'id' | 'place'>
  return { loaded: { ...written, id, place: source.place([]) }, problems }
}

function unlessWithin(
  misshapen: readonly { readonly path: readonly (string | number)[] }[],
  complain: Complain,
): Complain {
  return (complaint) => {
    if (!misshapen.some(({ path }) => isWithin(complaint.path, path))) complain(complaint)
  }
}

interface Check {
  readonly entry: Encoded
  readonly known: KnownContracts
  readonly complain: Complain
}

function checkCase({ entry, known, complain }: Check): void {
  const contract = textOf(fieldOf(entry, 'contract'))
  const row = textOf(fieldOf(entry, 'row'))
  if (contract === undefined) return
  const wrong = misreference({ id: contract, row, known })
  if (wrong !== undefined) return complain({ path: [wrong.of], seen: wrong.seen, wanted: wrong.wanted })
  const rows = known.loaded.get(contract)?.rows.flatMap(({ name }) => name ?? []) ?? []
  if (row === undefined && rows.length > 0) {
    return complain({ path: ['row'], seen: 'no `row`', wanted: `\`row\`: ${choiceOf(rows)}` })
  }
  const fingerprint = textOf(fieldOf(entry, 'fingerprint'))
  const start = `${caseId(contract, row)} · `
  if (fingerprint === undefined || fingerprint.startsWith(start)) return
  complain({ path: ['fingerprint'], seen: `\`${fingerprint}\``, wanted: `a fingerprint that begins with \`${start}\`` })
}

/** A draw: every name of `forAll` with a value. */
function checkWitness({ entry, known, complain }: Check): void {
  const witness = fieldOf(entry, 'witness')
  for (const found of witness === undefined ? [] : scan({ value: witness, path: ['witness'], mode: 'value' })) {
    if (found.kind === 'mistake') complain(found.complaint)
  }
  const contract = known.loaded.get(textOf(fieldOf(entry, 'contract')) ?? '')
  if (contract === undefined || witness === undefined) return
  const drawn = Object.keys(contract.forAll)
  const bound = fieldsOf(witness).map(([name]) => name)
  for (const name of bound.filter((name) => !drawn.includes(name))) {
    complain({
      path: ['witness', name],
      part: 'key',
      seen: `\`${name}\`, which is not drawn`,
      wanted: suggest(name, drawn),
    })
  }
  for (const name of drawn.filter((name) => !bound.includes(name))) {
    complain({ path: ['witness'], part: 'key', seen: `no \`${name}\``, wanted: 'every name of `forAll` with a value' })
  }
}

function checkRange({ entry, complain }: Check): void {
  const sdk = textOf(fieldOf(entry, 'sdk'))
  if (sdk === undefined || semver.validRange(sdk) !== null) return
  complain({ path: ['sdk'], seen: `\`${sdk}\``, wanted: 'a range of versions: `>=0.8.4`' })
}
