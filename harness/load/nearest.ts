/** The known name that `seen` was most likely meant to be, or undefined where none is close. */
export function nearest(seen: string, known: Iterable<string>): string | undefined {
  const from = seen.toLowerCase()
  let best: { readonly name: string; readonly distance: number } | undefined
  for (const name of known) {
    const distance = editDistance(from, name.toLowerCase())
    if (distance <= reach(from, name) && (best === undefined || distance < best.distance)) best = { name, distance }
  }
  return best?.name
}

/** What may stand in the place of an unknown name: the nearest one first, then the others while they are few. */
export function suggest(seen: string, known: readonly string[]): string {
  if (known.length === 0) return 'nothing: there is none to choose from'
  const near = nearest(seen, known)
  return near === undefined ? choiceOf(known) : `did you mean \`${near}\`? (${choiceOf(known)})`
}

/** All that may stand in a place, or how many. */
export function choiceOf(known: readonly string[]): string {
  return known.length <= listable ? `one of ${known.join(', ')}` : `one of the ${known.length} known names`
}

/** More names than this are no help in a message. */
const listable = 16

/** Two letters in five may differ: enough for a slip or two, too little for another word. */
function reach(a: string, b: string): number {
  return Math.max(1, Math.floor(Math.max(a.length, b.length) * 0.4))
}

/** Damerau-Levenshtein: insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + cost,
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      )
    }
    beforeLast = last
    last = current
  }
  return last[b.length] ?? 0
}
