import type { Contract } from '../model/contract.ts'

/** An entity whose records a run creates, and how many contracts do so. */
export interface PlannedWrites {
  readonly entity: string
  readonly contracts: number
}

/** Which entities contracts write to: those they seed, and those their steps change. */
export function plannedWrites(contracts: readonly Contract[]): PlannedWrites[] {
  const counts = new Map<string, number>()
  for (const { given, steps, model } of contracts) {
    const written = [...Object.keys(given.entities), ...changedBy(steps), ...(model?.writes ?? [])]
    for (const entity of new Set(written)) {
      counts.set(entity, (counts.get(entity) ?? 0) + 1)
    }
  }
  return [...counts].map(([entity, count]) => ({ entity, contracts: count })).sort(byName)
}

const change = /(?:^|\.)entities\.(\w+)\.(?!list$|filter$|get$|count$|subscribe$)\w+$/

/** Steps may lie in steps. */
function changedBy(steps: unknown): string[] {
  if (Array.isArray(steps)) return steps.flatMap(changedBy)
  if (typeof steps !== 'object' || steps === null) return []
  const { path, steps: inner } = steps as { path?: unknown; steps?: unknown }
  const entity = typeof path === 'string' ? change.exec(path)?.[1] : undefined
  return [...(entity === undefined ? [] : [entity]), ...changedBy(inner)]
}

function byName(a: PlannedWrites, b: PlannedWrites): number {
  return a.entity < b.entity ? -1 : 1
}
