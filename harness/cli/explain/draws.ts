import type { Contract, Draw } from '../../model/contract.ts'
import { classesOf } from '../../count-classes.ts'
import { generators } from '../../generators/index.ts'
import { count } from '../../../reports/quantity.ts'
import { showValue } from '../../../reports/show-value.ts'
import type { Ink } from './ink.ts'
import type { History } from './history.ts'

/** What is drawn; where it was run, how often each class of it was met. What was never met stands out. */
export function drawsOf({ forAll }: Contract, { results }: History, ink: Ink): string[] {
  const draws = Object.entries(forAll)
  if (draws.length === 0) return []
  const ran = results.filter(({ event }) => event.result.runs > 0)
  const classified = draws.some(([, draw]) => draw.kind !== 'one-of')
  const title = !classified || ran.length === 0 ? 'For all:' : 'For all, with how often each class was met:'
  const met = (name: string): Readonly<Record<string, number>> | undefined =>
    ran.length === 0 ? undefined : metOf(name, ran)
  return [title, ...draws.flatMap(([name, draw]) => drawLines({ name, draw, met: met(name), ink }))]
}

interface DrawnName {
  readonly name: string
  readonly draw: Draw
  /** Class → draws; left out where nothing was run. */
  readonly met: Readonly<Record<string, number>> | undefined
  readonly ink: Ink
}

function drawLines({ name, draw, met, ink }: DrawnName): string[] {
  if (draw.kind === 'one-of') return [`  ${name}  one of ${draw.values.map((value) => showValue(value)).join(', ')}`]
  const source = draw.kind === 'history' ? `a history of the model ${draw.model}` : draw.generator
  const classes = Object.keys(classesOf(draw, generators))
  if (met === undefined) return [`  ${name}  ${source}: ${classes.join(', ')}`]
  const width = Math.max(...Object.values(met).map((amount) => count(amount).length), 1)
  const lines = classes.map((title) => {
    const amount = met[title] ?? 0
    const line = `    ${count(amount).padStart(width)}  ${title}`
    return amount === 0 ? ink.yellow(`${line}  ← never met`) : line
  })
  return [`  ${name}  ${source}`, ...lines]
}

/** Over all rows and subjects. */
function metOf(name: string, results: History['results']): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const { event } of results) {
    for (const [title, amount] of Object.entries(event.result.classes[name] ?? {}))
      sum[title] = (sum[title] ?? 0) + amount
  }
  return sum
}
