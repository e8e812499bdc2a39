import type { Problem } from '../model/problem.ts'
import { isWithin } from './yaml/path.ts'
import type { Part, Path } from './yaml/path.ts'
import type { Source } from './yaml/source.ts'

/** A mistake before it has a line and a column. */
export interface Complaint {
  readonly path: Path
  /** Which half of the `key: value` is wrong; the value, unless told. */
  readonly part?: Part
  readonly seen: string
  readonly wanted: string
}

export type Complain = (complaint: Complaint) => void

/** Gathers the mistakes of one file. */
export interface Complaints {
  readonly problems: readonly Problem[]
  readonly complain: Complain
}

/** What was said of a path is not said again of what lies in it: one message for each mistake. */
export function complaintsAbout({ source, name }: { source: Source; name: string }): Complaints {
  const problems: Problem[] = []
  const complain: Complain = ({ path, part, seen, wanted }) => {
    if (source.faulty.some((faulty) => isWithin(path, faulty))) return
    problems.push({ place: source.place(path, part), doing: describePath(path, name), seen, wanted })
  }
  return { problems, complain }
}

/** Where in the file of `name` a path leads, in words. */
function describePath(path: Path, name: string): string {
  const [top, second] = path
  if (top === undefined) return name
  if (typeof top === 'number') return `entry ${top + 1} of ${name}`
  if (top === 'steps' && typeof second === 'number') return `step ${stepNumber(path, second)} of ${name}`
  if (top === 'examples' && second !== undefined) return `row \`${second}\` of ${name}`
  return `\`${top}\` of ${name}`
}

function stepNumber(path: Path, outer: number): string {
  const [, , key, inner] = path
  return (key === 'together' || key === 'steps') && typeof inner === 'number'
    ? `${outer + 1}.${inner + 1}`
    : `${outer + 1}`
}
