import type { z } from 'zod'
import type { Encoded } from '../../model/value.ts'
import type { Problem } from '../../model/problem.ts'
import { complaintsAbout } from '../complaints.ts'
import type { Complain } from '../complaints.ts'
import { itemsOf } from '../look.ts'
import { complaintsOfShape } from '../structure.ts'
import { isWithin } from '../yaml/path.ts'
import type { Source } from '../yaml/source.ts'

/** An entry of a file that is a list, and whether its shape is right. */
export interface Entry {
  readonly value: Encoded
  readonly index: number
}

/** The well-shaped entries of a file that is a list, and a way to complain of what they say. */
export function readList({ source, shape }: { source: Source; shape: z.ZodType }): {
  readonly entries: readonly Entry[]
  readonly complain: Complain
  readonly problems: readonly Problem[]
} {
  const { problems, complain } = complaintsAbout({ source, name: source.file })
  const misshapen = complaintsOfShape({ shape, value: source.value, path: [] })
  misshapen.forEach(complain)
  const wrong = [...misshapen.map(({ path }) => path), ...source.faulty]
  const entries = itemsOf(source.value)
    .map((value, index) => ({ value, index }))
    .filter(({ index }) => !wrong.some((path) => isWithin(path, [index])))
  return { entries, complain, problems }
}
