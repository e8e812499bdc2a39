import { basename } from 'node:path'
import { validRange } from 'semver'
import type { Deviation } from '../../model/deviation.ts'
import type { Problem } from '../../model/problem.ts'
import type { Encoded } from '../../model/value.ts'
import { backendOf, versionsOf } from '../../language/backend-of.ts'
import { complaintsAbout } from '../complaints.ts'
import type { Complain, Complaint } from '../complaints.ts'
import { scan } from '../contract/scan.ts'
import { belongs, deviationGrammar } from '../grammar/deviation.ts'
import { openLeaves } from '../grammar/leaves.ts'
import { fieldOf, fieldsOf, textOf } from '../look.ts'
import { choiceOf, suggest } from '../nearest.ts'
import { complaintsOfShape } from '../structure.ts'
import { isWithin } from '../yaml/path.ts'
import type { Source } from '../yaml/source.ts'
import { misreference } from './cases.ts'
import type { KnownContracts } from './cases.ts'
import { checkFingerprint } from './check-fingerprint.ts'
import { checkRange } from './check-range.ts'

const shape = deviationGrammar(openLeaves)

/** An entry that was read; `unfinished` where only a person's words are missing, which no run accepts. */
export interface ReadDeviation {
  readonly loaded?: Deviation
  readonly unfinished?: Deviation
  readonly problems: readonly Problem[]
}

/** A file of `suites/deviations`, or of a user's folder; `exists` tells whether a file lies beside it. */
export function readDeviation({
  id,
  source,
  known,
  exists,
}: {
  id: string
  source: Source
  known: KnownContracts
  exists: (name: string) => boolean
}): ReadDeviation {
  const { problems, complain } = complaintsAbout({ source, name: `deviation ${id}` })
  const misshapen = complaintsOfShape({ shape, value: source.value, path: [] })
  const wordless = misshapen.filter((found) => isWordless(found, source.value))
  misshapen.filter((found) => !wordless.includes(found)).forEach(complain)
  const check = { entry: source.value, known, complain: unlessWithin(misshapen, complain) }
  checkCase(check)
  checkSubject(check)
  checkWitness(check)
  const repair = textOf(fieldOf(source.value, 'repair'))
  if (repair !== undefined && !exists(repair)) {
    complain({ path: ['repair'], seen: `\`${repair}\`, which is not there`, wanted: 'a patch beside this file' })
  }
  const missing = unfinishedIn({ source, id, wordless })
  if (problems.length > 0 || source.faulty.length > 0) return { problems: [...problems, ...missing] }
  const written = source.value as unknown as Omit<Deviation, 'id' | 'place' | 'versions'>
  const place = source.place([])
  const script = scriptBeside(place.file, written)
  const entry = { ...written, id, place, versions: versionsOf(written), ...(exists(script) && { script }) }
  return missing.length > 0 ? { unfinished: entry, problems: missing } : { loaded: entry, problems: [] }
}

/** Where the script that shows a deviation of a backend lies, if there is one: `base44-dev/<entry>.mjs`. */
function scriptBeside(file: string, entry: { readonly backend?: string }): string {
  return `${backendOf(entry) ?? 'sdk'}/${basename(file, '.yaml')}.mjs`
}

/** A `reason` or `seen` that is there and says nothing: how `deviations write` leaves it. */
function isWordless({ path }: Complaint, entry: Encoded): boolean {
  const [key = '', ...deeper] = path
  return deeper.length === 0 && Object.hasOwn(belongs, key) && textOf(fieldOf(entry, String(key))) !== undefined
}

function unfinishedIn({
  source,
  id,
  wordless,
}: {
  source: Source
  id: string
  wordless: readonly Complaint[]
}): readonly Problem[] {
  const { problems, complain } = complaintsAbout({ source, name: `deviation ${id}` })
  for (const complaint of wordless) complain({ ...complaint, seen: `${complaint.seen}, which says nothing yet` })
  return problems.map((problem) => ({ ...problem, unfinished: true }))
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
  const loaded = known.loaded.get(contract)
  const sdk = textOf(fieldOf(entry, 'sdk'))
  const fingerprint = textOf(fieldOf(entry, 'fingerprint'))
  const wrongRange = sdk === undefined ? undefined : checkRange({ sdk, contract: loaded, row })
  if (wrongRange !== undefined) complain(wrongRange)
  if (loaded === undefined || fingerprint === undefined) return
  const impossible = checkFingerprint({ fingerprint, contract: loaded, row })
  if (impossible !== undefined) complain(impossible)
}

/** What it is known of: versions of the SDK, or a backend. */
function checkSubject({ entry, complain }: Check): void {
  const [sdk, backend] = [textOf(fieldOf(entry, 'sdk')), textOf(fieldOf(entry, 'backend'))]
  if ((sdk === undefined) === (backend === undefined)) {
    const seen = sdk === undefined ? 'neither `sdk` nor `backend`' : '`sdk` and `backend`'
    return complain({ path: [], seen, wanted: "one of them: `sdk: '>=0.8.4'`, or `backend: base44-dev`" })
  }
  if (backend !== undefined && validRange(versionsOf({ backend })) === null) {
    complain({
      path: ['backend'],
      seen: `\`${backend}\``,
      wanted: 'a name, and a range of versions: `base44-dev@>=0.1.18`',
    })
  }
  if (backend === undefined && fieldOf(entry, 'route') !== undefined) {
    complain({ path: ['route'], seen: '`route` of an SDK', wanted: 'a route of a `backend`' })
  }
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
