import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf, textsOf } from '../look.ts'
import type { Path } from '../yaml/path.ts'
import { requestsIn } from './check-shape.ts'

/** Who makes the promise: statements, an observation, or a dispute. */
export function checkCitations({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  checkRepeats({ contract, complain })
  if (
    citedIn(contract).length === 0 &&
    fieldOf(contract, 'observed') === undefined &&
    fieldOf(contract, 'cites') !== undefined
  ) {
    complain({
      path: ['cites'],
      seen: '`cites: []` without `observed`',
      wanted: 'a statement, or `observed: <reason>`',
    })
  }
  if (fieldOf(contract, 'observed') !== undefined && fieldOf(contract, 'disputed') !== undefined) {
    complain({ path: ['disputed'], part: 'key', seen: '`disputed` beside `observed`', wanted: 'one of the two' })
  }
}

/** Rule 4: a documented contract asserts nothing undocumented about where a request goes. */
export function checkDocumented({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  if (fieldOf(contract, 'observed') !== undefined || fieldOf(contract, 'disputed') !== undefined) return
  for (const [index, step] of itemsOf(fieldOf(contract, 'steps')).entries()) {
    for (const { value, path } of requestsIn(fieldOf(step, 'sends') ?? [], ['steps', index, 'sends'])) {
      for (const [key] of fieldsOf(value)) {
        if (!undocumented.includes(key)) continue
        const wanted = '`receives` for what the function got, or `observed: <reason>` on the contract'
        complain({ path: [...path, key], part: 'key', seen: `\`${key}\`, which no document states`, wanted })
      }
    }
  }
}

const undocumented: readonly string[] = ['origin', 'path', 'query']

/** Every statement that a contract cites, its rows included. */
export function citedIn(contract: Encoded): readonly string[] {
  return [...new Set(citations(contract).flatMap(({ ids }) => ids.map(([, id]) => id)))]
}

function citations(contract: Encoded): readonly { ids: readonly (readonly [number, string])[]; path: Path }[] {
  return [
    { ids: textsOf(fieldOf(contract, 'cites')), path: ['cites'] },
    ...fieldsOf(fieldOf(contract, 'examples')).map(([row, fields]) => ({
      ids: textsOf(fieldOf(fields, 'cites')),
      path: ['examples', row, 'cites'],
    })),
  ]
}

/** A row adds to what its contract cites. */
function checkRepeats({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  const own = textsOf(fieldOf(contract, 'cites')).map(([, id]) => id)
  for (const { ids, path } of citations(contract)) {
    const before = new Set(path.length === 1 ? [] : own)
    for (const [index, id] of ids) {
      if (before.has(id))
        complain({ path: [...path, index], seen: `\`${id}\` a second time`, wanted: 'each statement once' })
      before.add(id)
    }
  }
}
