import type { Encoded } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { bytesOf } from '../language/bytes.ts'
import { alternatives } from './parts/alternatives.ts'
import { fewBytes, manyBytes } from './parts/content.ts'
import { contentClasses } from './parts/content-classes.ts'

/**
 * Any bytes. Breaks what reads them as text on the way, ends at NUL, changes line breaks, drops a byte order
 * mark, takes an empty body for none, or loses a piece of a large one.
 */
export const bytes: Generator = {
  name: 'bytes',
  title: 'Any bytes: none, all values, not UTF-8, up to 64 KB',
  classes: { ...contentClasses(contentOf), 'large (32 KB or more)': (value) => contentOf(value).length >= 32 * 1024 },
  arbitrary: alternatives([48, fewBytes], [1, manyBytes(64 * 1024)]).map((content): Encoded => ({ $bytes: content })),
}

function contentOf(value: Encoded): Uint8Array {
  return bytesOf((value as { $bytes: Encoded }).$bytes)
}
