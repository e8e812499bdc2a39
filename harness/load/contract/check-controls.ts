import type { Encoded } from '../../model/value.ts'
import { expectationKeys } from '../../model/contract.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf } from '../look.ts'
import { show } from '../show.ts'
import { actionsOf, failures, successes } from './actions.ts'

/** Rule 7: whoever expects a failure, or nothing at all, shows in the same contract that the action can succeed. */
export function checkControls({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  const performed = actionsOf(contract)
  const controls = new Set(performed.filter(({ step }) => succeeds(step)).map(({ action }) => action))
  for (const { step, path, action } of performed) {
    const reason = failureIn(step) ?? (expectsOnlyAbsence(step) ? 'only absence' : undefined)
    if (reason === undefined || controls.has(action)) continue
    const wanted = `a control: another step with ${action} that succeeds (\`resolves\`, \`returns\`)`
    complain({ path, seen: `a step that expects ${reason}`, wanted })
  }
}

function failureIn(step: Encoded): string | undefined {
  const key = failures.find((failure) => fieldOf(step, failure) !== undefined)
  return key && `\`${key}\``
}

/** A step without expectation must succeed as well, else its case is untestable. */
function succeeds(step: Encoded): boolean {
  if (failureIn(step) !== undefined || expectsOnlyAbsence(step)) return false
  const expected = expectationKeys.filter((key) => fieldOf(step, key) !== undefined)
  return expected.length === 0 || successes.some((key) => fieldOf(step, key) !== undefined)
}

function expectsOnlyAbsence(step: Encoded): boolean {
  const expected = expectationKeys.flatMap((key) => {
    const value = fieldOf(step, key)
    if (value === undefined) return []
    // A call that returns nothing has succeeded, and an empty list is something; a property that is undefined is not there.
    const succeeded = Array.isArray(value) || fieldOf(step, 'call') !== undefined
    if ((successes as readonly string[]).includes(key) && succeeded) return [true]
    return key === 'notifies' ? fieldsOf(value).map(([, calls]) => calls) : [value]
  })
  return expected.length > 0 && expected.every(isAbsence)
}

function isAbsence(value: Encoded): boolean {
  return absences.has(show(value))
}

const absences: ReadonlySet<string> = new Set(
  [[], { $is: 'absent' }, { $is: 'undefined' }, { $value: 'undefined' }].map((value) => show(value)),
)
