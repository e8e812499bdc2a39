import type { Encoded } from '../harness/model/value.ts'
import { formOf } from '../harness/language/form.ts'
import { bytesOf } from '../harness/language/bytes.ts'
import { count } from './quantity.ts'
import { hex } from './show-text.ts'
import { quoted } from './visible.ts'

/** Two values that are too long to be compared by eye, cut to where they part. */
export interface Contrast {
  readonly expected: string
  readonly observed: string
  readonly where: string
}

/** Where two long texts, or two sequences of bytes, part; undefined for anything that can be shown whole. */
export function contrast(expected: Encoded, observed: Encoded, width: number): Contrast | undefined {
  if (typeof expected === 'string' && typeof observed === 'string') {
    if (Math.max(expected.length, observed.length) <= width * 2 - 8) return undefined
    return contrastTexts({ expected, observed, width })
  }
  const [before, after] = [asBytes(expected), asBytes(observed)]
  if (before === undefined || after === undefined || Math.max(before.length, after.length) <= 16) return undefined
  return contrastBytes(before, after)
}

function contrastTexts({ expected, observed, width }: { expected: string; observed: string; width: number }): Contrast {
  const at = firstDifference(expected.length, observed.length, (index) => expected[index] === observed[index])
  // Control characters become up to six characters wide; half of the room keeps most excerpts on one line.
  const room = Math.floor((width - 8) / 2)
  const from = Math.max(0, at - Math.floor(room / 2))
  const excerpt = (text: string): string => {
    const to = Math.min(text.length, from + room)
    return `${from > 0 ? '… ' : ''}${quoted(text.slice(from, to))}${to < text.length ? ' …' : ''}`
  }
  return {
    expected: excerpt(expected),
    observed: excerpt(observed),
    where: `they part at character ${count(at + 1)}: ${lengths(expected.length, observed.length)}`,
  }
}

function contrastBytes(expected: Uint8Array, observed: Uint8Array): Contrast {
  const at = firstDifference(expected.length, observed.length, (index) => expected[index] === observed[index])
  const from = Math.max(0, at - 4)
  const excerpt = (bytes: Uint8Array): string => {
    const to = Math.min(bytes.length, from + 12)
    return `${from > 0 ? '… ' : ''}${hex(bytes.subarray(from, to))}${to < bytes.length ? ' …' : ''}`
  }
  return {
    expected: excerpt(expected),
    observed: excerpt(observed),
    where: `they part at byte ${count(at + 1)}: ${lengths(expected.length, observed.length)}`,
  }
}

function lengths(expected: number, observed: number): string {
  return `${count(expected)} were promised, ${count(observed)} came`
}

function firstDifference(a: number, b: number, same: (index: number) => boolean): number {
  const shorter = Math.min(a, b)
  let at = 0
  while (at < shorter && same(at)) at++
  return at
}

function asBytes(value: Encoded): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value
  const form = formOf(value)
  if (form?.word !== 'bytes') return undefined
  return form.value instanceof Uint8Array || typeof form.value === 'string' ? bytesOf(form.value) : undefined
}
