import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { scan } from './scan.ts'
import { slotsOfData, slotsOfStep, slotsOfWorld } from './slots.ts'
import { stepsOf } from './steps.ts'

/** Every form is one of the language, stands where it may, and holds what it should; every `${` is closed. */
export function checkForms({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  const steps = stepsOf(contract).flatMap(({ step, path }) => slotsOfStep(step, path))
  for (const slot of [...slotsOfData(contract), ...slotsOfWorld(contract), ...steps]) {
    for (const found of scan(slot)) {
      if (found.kind === 'mistake') complain(found.complaint)
      if (found.kind !== 'unclosed') continue
      const wanted = '`${name}`, closed; `$$` for a `$` that is meant as one'
      complain({ path: found.path, part: found.part, seen: `\`${found.text}\``, wanted })
    }
  }
}
