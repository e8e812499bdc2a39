import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, itemsOf } from '../look.ts'
import { isObject } from '../../language/form.ts'
import type { Path } from '../yaml/path.ts'
import { formWordIn } from './form.ts'
import { stepsOf } from './steps.ts'

/** What a function is told to call travels as JSON: a file, a callback or a signal would not arrive as one. */
export function checkInside({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  for (const { step, path, inside } of stepsOf(contract)) {
    const args = fieldOf(step, 'with')
    if (inside === undefined || args === undefined) continue
    for (const { word, at } of formsIn(args, [...path, 'with'])) {
      const wanted = 'plain JSON: arguments travel to the function in a request'
      complain({ path: at, part: 'key', seen: `\`$${word}\` inside a function`, wanted })
    }
  }
}

function formsIn(value: Encoded, path: Path): readonly { readonly word: string; readonly at: Path }[] {
  if (Array.isArray(value)) return itemsOf(value).flatMap((item, index) => formsIn(item, [...path, index]))
  if (!isObject(value)) return []
  const word = formWordIn(value)
  if (word !== undefined) return [{ word, at: [...path, `$${word}`] }]
  return Object.entries(value).flatMap(([key, item]) => formsIn(item, [...path, key]))
}
