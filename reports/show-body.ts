import type { FormEntry } from '../harness/model/exchange.ts'
import { elide } from './elide.ts'
import { count, counted } from './quantity.ts'
import { hex } from './show-text.ts'
import { showValue } from './show-value.ts'
import { visible } from './visible.ts'
import { cut } from './wrap.ts'

export interface ShowBodyOptions {
  readonly width: number
  /** Shown in the place of a multipart body that is no text. */
  readonly form?: readonly FormEntry[] | undefined
}

/** Enough to see what a body is; the rest is in the json report. */
const mostLines = 20
const mostCharacters = 1024
const linesAtEnd = 4

/** A body as lines of text, or by its size and first bytes where it is none; `[]` for an empty one. */
export function showBody(body: Uint8Array, { width, form }: ShowBodyOptions): string[] {
  if (body.length === 0) return []
  const text = textOf(body)
  if (text !== undefined) return shorten(linesOf(text, width))
  if (form !== undefined) return shorten(form.flatMap(([name, value]) => showEntry(name, showValue(value), width)))
  return cut(`‹${counted(body.length, 'byte')}: ${hex(body)}›`, width)
}

/** The text that bytes are; undefined for those that are no UTF-8, or hold a NUL, which no text format does. */
export function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function linesOf(text: string, width: number): string[] {
  const elided = elide(text, { limit: mostCharacters, escape: (part) => part })
  if (elided === undefined) return split(text, width)
  const gap = `… ${count(elided.bytes)} bytes left out …`
  return [...split(elided.head, width), gap, ...split(elided.tail, width)]
}

function split(text: string, width: number): string[] {
  return text.split(/\r?\n/).flatMap((line) => cut(visible(line), width))
}

function showEntry(name: string, value: string, width: number): string[] {
  return cut(`${visible(name)} = ${value}`, width)
}

function shorten(lines: readonly string[]): string[] {
  const last = lines.at(-1) === '' ? lines.slice(0, -1) : [...lines]
  if (last.length <= mostLines) return last
  const kept = mostLines - linesAtEnd - 1
  const left = last.length - kept - linesAtEnd
  return [...last.slice(0, kept), `… ${counted(left, 'line')} left out …`, ...last.slice(-linesAtEnd)]
}
