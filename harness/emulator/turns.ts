/** Gives the nth caller the nth item; the last repeats. */
export interface Turns<T> {
  next: () => T
}

export function createTurns<T>(items: readonly T[]): Turns<T> {
  let turn = 0
  return {
    next() {
      const item = items[Math.min(turn++, items.length - 1)]
      if (item === undefined) throw new Error('a function needs at least one reply; the loader should have refused it')
      return item
    },
  }
}
