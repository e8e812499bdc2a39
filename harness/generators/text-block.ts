import type { Generator } from '../model/generator.ts'
import { longText } from './parts/long-text.ts'
import { textClass } from './parts/text-classes.ts'

/**
 * Numbered text, mostly tens of kilobytes long: a contract puts a few dozen of them together, where values of megabytes
 * would make every run of every generator slow. Breaks what stops at a limit that is larger than a buffer.
 */
export const textBlock: Generator = {
  name: 'text-block',
  title: 'A block of numbered text, mostly tens of KB: what bodies of megabytes are put together of',
  classes: {
    '16 KB or more': textClass((text) => text.length >= 16 * 1024),
    'ASCII (1 KB or more)': textClass((text) => text.length >= 1024 && /^[\0-\x7f]*$/.test(text)),
    'multi-byte characters (1 KB or more)': textClass((text) => text.length >= 1024 && text.includes('漢')),
  },
  arbitrary: longText,
}
