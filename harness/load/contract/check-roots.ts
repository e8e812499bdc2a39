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
  for (const [index, step] of itemsOf(fieldOf(contract, 'steps')).entries()) {
    const at = fieldOf(fieldOf(step, 'http'), 'at')
    if (at === undefined || wire === undefined) continue
    for (const { root, path } of rootsOf(at, ['steps', index, 'http', 'at'], contract)) {
      if (typeof root === 'string' && wire.includes(root)) continue
      complain({
        path,
        seen: `\`${String(root)}\`, which contracts/wire.yaml does not name`,
        wanted: suggest(String(root), wire),
      })
    }
  }
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
