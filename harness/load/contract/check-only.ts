import semver from 'semver'
import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf } from '../look.ts'
import type { Path } from '../yaml/path.ts'

/** Ranges are valid, and one that ends says by which sentence it ends. */
export function checkOnly({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  checkOne({ only: fieldOf(contract, 'only'), path: ['only'], complain })
  for (const [row, fields] of fieldsOf(fieldOf(contract, 'examples'))) {
    checkOne({ only: fieldOf(fields, 'only'), path: ['examples', row, 'only'], complain })
  }
}

function checkOne({ only, path, complain }: { only: Encoded | undefined; path: Path; complain: Complain }): void {
  for (const key of ['sdk', 'backend']) {
    const range = fieldOf(only, key)
    if (typeof range !== 'string') continue
    const seen = `\`${range}\``
    if (semver.validRange(range) === null) {
      complain({ path: [...path, key], seen, wanted: 'a range of versions: `>=0.8.4`' })
    } else if (ends(range) && fieldOf(only, 'because') === undefined) {
      complain({
        path: [...path, key],
        seen: `${seen}, a range that ends`,
        wanted: '`because`: the sentence by which it ends',
      })
    }
  }
}

function ends(range: string): boolean {
  return new semver.Range(range).set.some((comparators) =>
    comparators.some(({ operator, value }) => operator.startsWith('<') || (operator === '' && value !== '')),
  )
}
