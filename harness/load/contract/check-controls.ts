import type { Encoded } from '../../model/value.ts'
import { expectationKeys } from '../../model/contract.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import { show } from '../show.ts'
import type { Path } from '../yaml/path.ts'

/** Rule 7: whoever expects a failure, or nothing at all, shows in the same contract that the action can succeed. */
export function checkControls({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  const performed = itemsOf(fieldOf(contract, 'steps')).flatMap((step, index) => actionsOf(step, ['steps', index]))
  const controls = new Set(performed.filter(({ step }) => succeeds(step)).map(({ action }) => action))
  for (const { step, path, action } of performed) {
    const reason = failureIn(step) ?? (expectsOnlyAbsence(step) ? 'only absence' : undefined)
    if (reason === undefined || controls.has(action)) continue
    const wanted = `a control: another step with ${action} that succeeds (\`resolves\`, \`returns\`)`
    complain({ path, seen: `a step that expects ${reason}`, wanted })
  }
}

/** `streams` has something to stream. */
export function checkStreams({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  const deployed = fieldsOf(fieldOf(fieldOf(contract, 'given'), 'functions')).map(([, replies]) => replies)
  for (const [index, step] of itemsOf(fieldOf(contract, 'steps')).entries()) {
    if (fieldOf(step, 'streams') === undefined) continue
    const answers = fieldOf(step, 'answers')
    const replies = (answers === undefined ? deployed : [answers]).flatMap((some) =>
      Array.isArray(some) ? itemsOf(some) : [some],
    )
    if (replies.some((reply) => fieldOf(reply, 'chunks') !== undefined)) continue
    const wanted = 'a reply with `chunks` in `answers` or `given.functions`'
    complain({ path: ['steps', index, 'streams'], part: 'key', seen: '`streams` with nothing to stream', wanted })
  }
}

/** `$not` alone would hold of nearly everything. */
export function checkNegations({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  for (const { step, path } of itemsOf(fieldOf(contract, 'steps')).flatMap((step, index) =>
    actionsOf(step, ['steps', index]),
  )) {
    for (const key of [...failures, ...successes]) {
      if (fieldOf(fieldOf(step, key), '$not') === undefined) continue
      const wanted = 'what must be seen, with `$not` beside or inside it'
      complain({ path: [...path, key, '$not'], part: 'key', seen: '`$not` alone', wanted })
    }
  }
}

const failures = ['rejects', 'throws', 'fails'] as const
const successes = ['resolves', 'returns'] as const

interface Performed {
  readonly step: Encoded
  readonly path: Path
  /** The action and its path, as they are written. */
  readonly action: string
}

function actionsOf(step: Encoded, path: Path): readonly Performed[] {
  const parts = itemsOf(fieldOf(step, 'together'))
  if (parts.length > 0) return parts.flatMap((part, index) => actionsOf(part, [...path, 'together', index]))
  const kind = ['call', 'construct', 'read'].find((key) => fieldOf(step, key) !== undefined)
  return kind === undefined ? [] : [{ step, path, action: `\`${kind}: ${fieldOf(step, kind)}\`` }]
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
