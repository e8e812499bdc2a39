import { formValue, isObject } from '../../language/form.ts'
import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import { show } from '../show.ts'
import type { Path } from '../yaml/path.ts'

/** A signal that waits for the end of others has others to wait for. */
export function checkSignals({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  for (const [index, step] of itemsOf(fieldOf(contract, 'steps')).entries()) {
    checkRaw({ step, path: ['steps', index], complain })
    for (const path of ['with', 'http'].flatMap((key) =>
      waitingIn(fieldOf(step, key) ?? null, ['steps', index, key]),
    )) {
      const wanted = 'that signal in a step of `together`: beside it are the others that it waits for'
      complain({ path, seen: '`when-others-end` in a step that runs alone', wanted })
    }
  }
}

/** What hangs a raw request up is a signal. */
function checkRaw({ step, path, complain }: { step: Encoded; path: Path; complain: Complain }): void {
  for (const [index, part] of [step, ...itemsOf(fieldOf(step, 'together'))].entries()) {
    const signal = fieldOf(fieldOf(part, 'http'), 'signal')
    if (signal === undefined || formValue(signal, 'signal') !== undefined) continue
    const at = [...path, ...(index === 0 ? [] : ['together', index - 1]), 'http', 'signal']
    complain({ path: at, seen: show(signal), wanted: '`{ $signal: … }`: when the caller hangs up' })
  }
}

function waitingIn(value: Encoded, path: Path): readonly Path[] {
  if (formValue(value, 'signal') === 'when-others-end') return [path]
  if (Array.isArray(value)) return itemsOf(value).flatMap((item, index) => waitingIn(item, [...path, index]))
  if (!isObject(value)) return []
  return fieldsOf(value).flatMap(([key, item]) => waitingIn(item, [...path, key]))
}
