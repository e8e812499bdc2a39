import type { Encoded } from '../../model/value.ts'
import { loneName } from '../../language/substitute.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import { suggest } from '../nearest.ts'
import type { Path } from '../yaml/path.ts'

/** What a raw request stands on is a path of `contracts/wire.yaml`, in every row. */
export function checkRoots({
  contract,
  wire,
  complain,
}: {
  contract: Encoded
  /** Undefined where it could not be read. */
  wire: readonly string[] | undefined
  complain: Complain
}): void {
  if (wire === undefined) return
  const said = new Set<string>()
  for (const { root, path } of writtenIn(contract)) {
    const unknown = typeof root !== 'string' || !wire.includes(root)
    // A row that several steps stand on is wrong once.
    if (!unknown || said.has(path.join('/'))) continue
    said.add(path.join('/'))
    const seen = `\`${String(root)}\`, which contracts/wire.yaml does not name`
    complain({ path, seen, wanted: suggest(String(root), wire) })
  }
}

function writtenIn(contract: Encoded): readonly Root[] {
  return itemsOf(fieldOf(contract, 'steps')).flatMap((step, index) =>
    [step, ...itemsOf(fieldOf(step, 'together'))].flatMap((part, nth) => {
      const at = fieldOf(fieldOf(part, 'http'), 'at')
      const path = ['steps', index, ...(nth === 0 ? [] : ['together', nth - 1]), 'http', 'at']
      return at === undefined ? [] : rootsOf(at, path, contract)
    }),
  )
}

interface Root {
  readonly root: Encoded | undefined
  readonly path: Path
}

/** What is written there, or what each row and each listed draw puts there. */
function rootsOf(at: Encoded, path: Path, contract: Encoded): readonly Root[] {
  const name = loneName(at)
  if (name === undefined) return [{ root: at, path }]
  const rows = fieldsOf(fieldOf(contract, 'examples')).flatMap(([row, names]) =>
    fieldOf(names, name) === undefined ? [] : [{ root: fieldOf(names, name), path: ['examples', row, name] }],
  )
  const draws = itemsOf(fieldOf(fieldOf(fieldOf(contract, 'forAll'), name), '$one-of'))
  return [...rows, ...draws.map((root, index) => ({ root, path: ['forAll', name, '$one-of', index] }))]
}
