import type { Bindings, Encoded } from './model/value.ts'
import type { Draw } from './model/contract.ts'
import type { Drawing } from './draw.ts'
import { modelNamed } from './model-named.ts'

/** Drawn name → class → number of draws. */
export type ClassCounts = Record<string, Record<string, number>>

/** Counts which of the classes that its generators promise were met. */
export function countClasses({ planned, generators }: Drawing): { counts: ClassCounts; add: (draw: Bindings) => void } {
  const counts: ClassCounts = {}
  const tests = Object.entries(planned.contract.forAll).flatMap(([name, draw]) => {
    const promised = Object.entries(classesOf(draw, generators))
    const own: Record<string, number> = (counts[name] = Object.fromEntries(promised.map(([title]) => [title, 0])))
    return promised.map(([title, holds]) => ({ name, title, holds, own }))
  })
  const add = (draw: Bindings): void => {
    for (const { name, title, holds, own } of tests) {
      if (holds(draw[name] as Encoded)) own[title] = (own[title] ?? 0) + 1
    }
  }
  return { counts, add }
}

/** What a draw promises to meet: class → whether a value is of it. */
export function classesOf(
  draw: Draw,
  generators: Drawing['generators'],
): Readonly<Record<string, (value: Encoded) => boolean>> {
  if (draw.kind === 'history') return modelNamed(draw.model).classes
  return draw.kind === 'generator' ? (generators[draw.generator]?.classes ?? {}) : {}
}
