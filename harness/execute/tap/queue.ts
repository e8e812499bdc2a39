/** Starts what it is given when it is its turn. */
export type InTurn = (act: () => Promise<void>) => Promise<void>

export const atOnce: InTurn = (act) => act()

/** One after the other, whatever became of the one before. */
export function openQueue(): InTurn {
  let last: Promise<void> = Promise.resolve()
  return (act) => (last = last.then(act, act))
}
