import { formValue, isObject } from '../../language/form.ts'
import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import type { Path } from '../yaml/path.ts'

/** A signal that waits for the end of others has others to wait for. */
export function checkSignals({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  for (const [index, step] of itemsOf(fieldOf(contract, 'steps')).entries()) {
    for (const path of waitingIn(fieldOf(step, 'with') ?? null, ['steps', index, 'with'])) {
      const wanted = 'that signal in a step of `together`: beside it are the others that it waits for'
      complain({ path, seen: '`when-others-end` in a step that runs alone', wanted })
    }
  }
}

function waitingIn(value: Encoded, path: Path): readonly Path[] {
  if (formValue(value, 'signal') === 'when-others-end') return [path]
  if (Array.isArray(value)) return itemsOf(value).flatMap((item, index) => waitingIn(item, [...path, index]))
  if (!isObject(value)) return []
  return fieldsOf(value).flatMap(([key, item]) => waitingIn(item, [...path, key]))
}
