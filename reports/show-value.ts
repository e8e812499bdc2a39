import type { Encoded, EncodedObject } from '../harness/model/value.ts'
import { formOf, isObject, unescapeKey } from '../harness/language/form.ts'
import { around, broken, flat, group, type Layout } from './layout.ts'
import { showBytes, showText } from './show-text.ts'
import { layoutForm } from './show-form.ts'
import { count } from './quantity.ts'
import { quoted, visible } from './visible.ts'

export interface ShowValueOptions {
  /** Columns there are; left out: one line, however long. */
  readonly width?: number
  /** Longest text shown whole, in characters. */
  readonly text?: number
  /** The contents of files too, not only their sizes. */
  readonly contents?: boolean
  /** Lines there are: what lies deepest is left out until it fits. */
  readonly lines?: number
}

/** A value as a reader of JavaScript would write it. Long texts lose their middle; nothing in it reaches a terminal raw. */
export function showValue(value: Encoded, options: ShowValueOptions = {}): string {
  return showValueLines(value, options).join('\n')
}

/** The same, line by line. */
export function showValueLines(value: Encoded, options: ShowValueOptions = {}): string[] {
  const { width, text = textLimit(value, width), contents = false, lines = Infinity } = options
  if (width === undefined) return [flat(layoutOf(value, { text, contents, left: mostDepth }))]
  for (let depth = mostDepth; ; depth--) {
    const shown = broken(layoutOf(value, { text, contents, left: depth }), width)
    if (shown.length <= lines) return shown
    if (depth === leastDepth) return [...shown.slice(0, lines - 2), '  …', ...shown.slice(-1)]
  }
}

/** Enough to recognise a value by, few enough to read. */
const mostItems = 20
const mostDepth = 8
const leastDepth = 1
const defaultText = 120

/** A text on its own may take two lines; one among others has to leave room for them. */
function textLimit(value: Encoded, width: number | undefined): number {
  if (width === undefined) return defaultText
  return typeof value === 'string' ? width * 2 - 8 : Math.max(16, width - 24)
}

interface Context {
  readonly text: number
  readonly contents: boolean
  /** Levels that may still be shown. */
  readonly left: number
}

function layoutOf(value: Encoded, context: Context): Layout {
  if (typeof value === 'string') return showText(value, context.text)
  if (value instanceof Uint8Array) return showBytes(value)
  if (Array.isArray(value)) return layoutList(value as readonly Encoded[], context)
  if (isObject(value)) return layoutObject(value, context)
  return Object.is(value, -0) ? '-0' : visible(String(value))
}

function layoutList(list: readonly Encoded[], context: Context): Layout {
  if (list.length > 0 && context.left === 0) return '[…]'
  const shown = list.slice(0, mostItems).map((item) => layoutOf(item, deeper(context)))
  return group('[', [...shown, ...more(list.length)], ']')
}

function layoutObject(value: EncodedObject, context: Context): Layout {
  const form = formOf(value)
  if (form !== undefined) {
    const inner = deeper(context)
    const known = layoutForm(form, { contents: context.contents, layout: (each) => layoutOf(each, inner) })
    if (known !== undefined) return known
  }
  const entries = Object.entries(value)
  if (entries.length > 0 && context.left === 0) return '{…}'
  const shown = entries
    .slice(0, mostItems)
    .map(([key, item]) => around(`${showKey(key, context.text)}: `, layoutOf(item, deeper(context))))
  return group('{', [...shown, ...more(entries.length)], '}')
}

function deeper(context: Context): Context {
  return { ...context, left: Math.max(0, context.left - 1) }
}

function more(length: number): string[] {
  return length > mostItems ? [`… ${count(length - mostItems)} more`] : []
}

/** A key as an object literal would have it, the doubled `$` of the language undone. */
function showKey(written: string, limit: number): string {
  const key = unescapeKey(written)
  if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) && key.length <= limit) return visible(key)
  return key.length <= limit ? quoted(key) : showText(key, limit)
}
