import { expectationKeys } from '../../model/contract.ts'
import type {
  Arguments,
  CallStep,
  Expectations,
  HttpRequest,
  HttpStep,
  InsideStep,
  Step,
} from '../../model/contract.ts'
import type { Place } from '../../model/problem.ts'
import type { Encoded } from '../../model/value.ts'
import type { Reply } from '../../model/world.ts'
import { objectFrom } from '../../language/own.ts'
import { fieldOf, itemsOf, textOf } from '../look.ts'
import type { Path } from '../yaml/path.ts'
import type { Source } from '../yaml/source.ts'
import { stepsOf } from './steps.ts'

/** The steps in a file in which nothing is wrong. */
export function buildSteps(source: Source): readonly Step[] {
  return buildStepsAt(source.value, source.place)
}

/** The steps of a contract as it is written, each where it stands. */
export function buildStepsAt(contract: Encoded, placeOf: PlaceOf): readonly Step[] {
  return stepsOf(contract).map(({ step, path, inside }) =>
    inside === undefined ? buildStep({ step, path, placeOf }) : buildInner({ step, inside, place: placeOf(path) }),
  )
}

type PlaceOf = (path: Path) => Place

/** One reply, or a list of them, as a list. */
export function repliesOf(replies: Encoded): readonly Reply[] {
  return (Array.isArray(replies) ? replies : [replies]) as readonly Reply[]
}

function buildStep({ step, path, placeOf }: { step: Encoded; path: Path; placeOf: PlaceOf }): Step {
  const answers = fieldOf(step, 'answers')
  const base = {
    place: placeOf(path),
    ...(answers === undefined ? {} : { answers: repliesOf(answers) }),
    expect: expectationsOf(step),
  }
  const parts = itemsOf(fieldOf(step, 'together'))
  if (parts.length > 0) {
    const steps = parts.map((part, index) => buildStep({ step: part, path: [...path, 'together', index], placeOf }))
    return { kind: 'together', ...base, steps: steps as readonly (CallStep | HttpStep)[] }
  }
  const on = textOf(fieldOf(step, 'on'))
  const target = on === undefined ? {} : { on }
  const args = (fieldOf(step, 'with') ?? []) as Arguments
  const factory = textOf(fieldOf(step, 'construct'))
  if (factory !== undefined) return { kind: 'construct', ...base, factory, with: args }
  const http = fieldOf(step, 'http')
  if (http !== undefined) return { kind: 'http', ...base, ...target, request: http as unknown as HttpRequest }
  const deployed = fieldOf(step, 'deploy')
  if (deployed !== undefined) return { kind: 'deploy', ...base, files: fieldOf(deployed, 'files') ?? {} }
  const property = textOf(fieldOf(step, 'read'))
  if (property !== undefined) return { kind: 'read', ...base, ...target, path: property }
  return { kind: 'call', ...base, ...target, path: textOf(fieldOf(step, 'call')) ?? '', with: args }
}

function buildInner({ step, inside, place }: { step: Encoded; inside: Encoded; place: Place }): InsideStep {
  const action = fieldOf(step, 'read') === undefined ? 'call' : 'read'
  return {
    kind: 'inside',
    place,
    expect: expectationsOf(step),
    function: textOf(fieldOf(inside, 'function')) ?? '',
    by: textOf(fieldOf(inside, 'by')) ?? '',
    action,
    path: textOf(fieldOf(step, action)) ?? '',
    with: (fieldOf(step, 'with') ?? []) as Arguments,
  }
}

function expectationsOf(step: Encoded): Expectations {
  return objectFrom(
    expectationKeys.flatMap((key) => {
      const value = fieldOf(step, key)
      return value === undefined ? [] : [[key, value] as const]
    }),
  )
}
