import type { CaseResult, Violation } from './model/verdict.ts'

/**
 * The same case with the same draws, several times: what does not come out alike each time is unsteady. Told is
 * everything that was seen; a case that failed once has failed.
 */
export async function repeat(
  times: number,
  once: () => Promise<CaseResult | undefined>,
): Promise<CaseResult | undefined> {
  const results: CaseResult[] = []
  for (let round = 0; round < times; round++) {
    const result = await once()
    if (result === undefined) break
    results.push(result)
  }
  return times === 1 ? results[0] : merge(results)
}

function merge(results: readonly CaseResult[]): CaseResult | undefined {
  const told = worst(results)
  if (told === undefined) return undefined
  const violations = new Map<string, Violation>()
  for (const result of results) {
    for (const violation of result.violations)
      if (!violations.has(violation.fingerprint)) violations.set(violation.fingerprint, violation)
  }
  return {
    ...told,
    violations: [...violations.values()].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)),
    witnessed: Object.assign(
      {},
      ...results.map(({ witnessed }) => witnessed),
      told.witnessed,
    ) as CaseResult['witnessed'],
    calls: sum(results.map(({ calls }) => calls)),
    durationMs: Math.round(sum(results.map(({ durationMs }) => durationMs)) * 10) / 10,
    repeated: {
      times: results.length,
      alike: results.filter((result) => faceOf(result) === faceOf(told)).length,
    },
  }
}

function worst(results: readonly CaseResult[]): CaseResult | undefined {
  const having = (verdict: CaseResult['verdict']): CaseResult | undefined =>
    results.find((one) => one.verdict === verdict)
  return having('violated') ?? having('untestable') ?? results[0]
}

/** What two rounds must have in common to be alike. */
function faceOf({ verdict, violations }: CaseResult): string {
  return [verdict, ...violations.map(({ fingerprint }) => fingerprint)].join('\n')
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
