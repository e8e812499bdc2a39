import type { Encoded } from '../../model/value.ts'
import { isObject } from '../../language/form.ts'
import { outcomeKeys } from '../../model/contract.ts'
import type { Complaint } from '../complaints.ts'
import { openLeaves } from '../grammar/leaves.ts'
import { notSpokenYet } from '../grammar/not-spoken-yet.ts'
import { receivedRequestGrammar, sentRequestGrammar } from '../grammar/request.ts'
import { actions, innerActions, innerGrammars, partActions, partGrammars, stepGrammars } from '../grammar/step.ts'
import { fieldOf, itemsOf } from '../look.ts'
import { choiceOf, nearest, suggest } from '../nearest.ts'
import { show } from '../show.ts'
import { complaintsOfShape } from '../structure.ts'
import type { Path } from '../yaml/path.ts'
import type { z } from 'zod'

const steps = stepGrammars(openLeaves)
const parts = partGrammars(openLeaves)
const inner = innerGrammars(openLeaves)
const requests = { sends: sentRequestGrammar(openLeaves), receives: receivedRequestGrammar(openLeaves) }

/** In what way a contract has not the shape of one. A step's shape is picked by its action first. */
export function complaintsOfContract(contract: Encoded, shape: z.ZodType): readonly Complaint[] {
  const top = complaintsOfShape({ shape, value: contract, path: [] })
  return [
    ...top,
    ...complaintsOfHappening(contract),
    ...itemsOf(fieldOf(contract, 'steps')).flatMap((step, index) => complaintsOfStep(step, ['steps', index])),
  ]
}

/** What happens is written out, or a model makes it of what it draws by itself. */
function complaintsOfHappening(contract: Encoded): readonly Complaint[] {
  const modelled = fieldOf(contract, 'model') !== undefined
  if (!isObject(contract)) return []
  if (!modelled && fieldOf(contract, 'steps') === undefined) {
    return [
      { path: ['steps'], seen: 'no `steps`', wanted: '`steps`: a list of steps, or `model`: the name of a model' },
    ]
  }
  return besideModel
    .filter((key) => modelled && fieldOf(contract, key) !== undefined)
    .map((key) => ({
      path: [key],
      part: 'key',
      seen: `\`${key}\` beside \`model\``,
      wanted: 'one of the two: a model draws its steps',
    }))
}

const besideModel: readonly string[] = ['steps', 'forAll', 'examples']

function complaintsOfStep(step: Encoded, path: Path): readonly Complaint[] {
  if (!isObject(step)) return [{ path, seen: show(step), wanted: `a step: an object with ${choiceOf(actions)}` }]
  const action = actions.find((key) => Object.hasOwn(step, key))
  if (action === undefined) return [withoutAction(step, path)]
  return [
    ...complaintsOfShape({ shape: steps[action], value: step, path }).map((found) => secondAction(found, action)),
    ...severalOutcomes(step, path),
    ...(['sends', 'receives'] as const).flatMap((key) => complaintsOfRequests({ key, step, path })),
    ...itemsOf(fieldOf(step, 'together')).flatMap((part, index) =>
      complaintsOfPart(part, [...path, 'together', index]),
    ),
    ...(action === 'inside' ? itemsOf(fieldOf(step, 'steps')) : []).flatMap((inner, index) =>
      complaintsOfInner(inner, [...path, 'steps', index]),
    ),
  ]
}

/** What a backend function does with its client: it calls and it reads. */
function complaintsOfInner(step: Encoded, path: Path): readonly Complaint[] {
  if (!isObject(step)) return [{ path, seen: show(step), wanted: `a step: an object with ${choiceOf(innerActions)}` }]
  const action = innerActions.find((key) => Object.hasOwn(step, key))
  if (action === undefined) return [withoutAction(step, path, innerActions)]
  return [
    ...complaintsOfShape({ shape: inner[action], value: step, path }).map((found) => secondAction(found, action)),
    ...severalOutcomes(step, path),
    ...complaintsOfRequests({ key: 'receives', step, path }),
  ]
}

function withoutAction(
  step: Readonly<Record<string, Encoded>>,
  path: Path,
  actions: readonly string[] = everyAction,
): Complaint {
  const keys = Object.keys(step)
  const later = keys.find((key) => notSpokenYet[key] !== undefined)
  if (later !== undefined)
    return { path: [...path, later], part: 'key', seen: `\`${later}\``, wanted: notSpokenYet[later] ?? '' }
  const slip = keys.find((key) => nearest(key, actions) !== undefined)
  if (slip === undefined) return { path, seen: 'a step without an action', wanted: choiceOf(actions) }
  return { path: [...path, slip], part: 'key', seen: `the unknown key \`${slip}\``, wanted: suggest(slip, actions) }
}

const everyAction: readonly string[] = actions

/** An unknown key that is an action is a second action. */
function secondAction(found: Complaint, action: string): Complaint {
  const key = String(found.path.at(-1))
  if (found.part !== 'key' || !(actions as readonly string[]).includes(key)) return found
  return { ...found, seen: `\`${key}\` beside \`${action}\``, wanted: 'one action a step' }
}

function severalOutcomes(step: Encoded, path: Path): readonly Complaint[] {
  const [first, ...others] = outcomeKeys.filter((key) => fieldOf(step, key) !== undefined)
  return others.map((key) => ({
    path: [...path, key],
    part: 'key',
    seen: `\`${key}\` beside \`${first}\``,
    wanted: 'one outcome a step',
  }))
}

function complaintsOfPart(step: Encoded, path: Path): readonly Complaint[] {
  const action = partActions.find((key) => fieldOf(step, key) !== undefined) ?? 'call'
  return [...complaintsOfShape({ shape: parts[action], value: step, path }), ...severalOutcomes(step, path)]
}

/** One request, a list of them, or some among others. */
function complaintsOfRequests({
  key,
  step,
  path,
}: {
  key: 'sends' | 'receives'
  step: Encoded
  path: Path
}): readonly Complaint[] {
  const value = fieldOf(step, key)
  if (value === undefined) return []
  return requestsIn(value, [...path, key]).flatMap((request) =>
    complaintsOfShape({ shape: requests[key], value: request.value, path: request.path }),
  )
}

/** The requests of `sends` or `receives`, each with its path. */
export function requestsIn(value: Encoded, path: Path): readonly { readonly value: Encoded; readonly path: Path }[] {
  const included = fieldOf(value, '$includes')
  if (included !== undefined) return requestsIn(included, [...path, '$includes'])
  if (!Array.isArray(value)) return [{ value, path }]
  return itemsOf(value).map((request, index) => ({ value: request, path: [...path, index] }))
}
