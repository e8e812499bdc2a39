/** Keys from the top of a file inwards. */
export type Path = readonly (string | number)[]

/** Which half of a `key: value` is meant. */
export type Part = 'key' | 'value'

/** Whether `path` is `outer` or lies inside it. */
export function isWithin(path: Path, outer: Path): boolean {
  return outer.length <= path.length && outer.every((key, index) => path[index] === key)
}
