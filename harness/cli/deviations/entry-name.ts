import type { Draft } from './draft.ts'

/** Name of the file of an entry: what is promised, for which row, what is wrong; more only where that is taken. */
export function entryName(draft: Draft, taken: ReadonlySet<string>): string {
  const { contract, row, mismatch, step, versions } = draft
  const promise = contract.slice(contract.lastIndexOf('/') + 1)
  const { expectation, stablePath, kind } = mismatch
  const place = expectation === 'conduct' ? [] : [expectation, ...stablePath]
  const short = kebab([promise, row, ...place.slice(-1), kind])
  const whole = kebab([promise, row, ...place, kind])
  const more = [mismatch.observedClass, `step ${step + 1}`, versions.join(' ')]
  const names = more.reduce((all, part) => [...all, kebab([all.at(-1), part])], [short, whole])
  return names.find((each) => !taken.has(each)) ?? numbered(short, taken)
}

/** Names of files stay below what file systems take, with room for a number. */
const longest = 120

function kebab(parts: readonly (string | number | undefined)[]): string {
  const words = parts.join(' ').replace(/([a-z\d])([A-Z])/g, '$1 $2')
  return words
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
    .join('-')
    .slice(0, longest)
    .replace(/-$/, '')
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`
}
