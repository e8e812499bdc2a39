import type { Bindings, Encoded, Template } from '../model/value.ts'
import { escapeKey, isObject } from './form.ts'
import { objectFrom } from './own.ts'

/** A substitution `${name}` or `${name.member}`, or the escape `$$`. */
const mark = /\$\$|\$\{([^}]*)\}/g
const alone = /^\$\{([^}]*)\}$/

/** Fills in every `${name}`: alone it becomes the value, inside text the value's text; `$$` becomes `$`. */
export function substitute(template: Template, bindings: Bindings): Encoded {
  if (typeof template === 'string') return fillIn(template, bindings)
  if (Array.isArray(template)) return (template as readonly Encoded[]).map((item) => substitute(item, bindings))
  if (!isObject(template)) return template
  return objectFrom(
    Object.entries(template).map(
      ([key, value]) => [substituteKey(key, bindings), substitute(value, bindings)] as const,
    ),
  )
}

/** The name that a text consists of, where it is nothing but one substitution. */
export function loneName(template: Template): string | undefined {
  return typeof template === 'string' && template.startsWith('${') ? alone.exec(template)?.[1] : undefined
}

/** All names that a text mentions, in order. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(mark)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]))
}

/** The value behind a dotted name; undefined where nothing is bound to it. */
export function lookUp(name: string, bindings: Bindings): Encoded | undefined {
  if (Object.hasOwn(bindings, name)) return bindings[name]
  let at: Encoded | undefined = bindings
  for (const part of name.split('.')) {
    if (!isObject(at) || !Object.hasOwn(at, part)) return undefined
    at = at[part]
  }
  return at
}

/** Fills in every `${name}` of a text by its text, which may be changed first; a lone `$` stays. */
export function substituteText(text: string, bindings: Bindings, change = (filled: string): string => filled): string {
  return text.replace(mark, (_, name: string | undefined) =>
    name === undefined ? '$' : change(textOf(bound(name, bindings))),
  )
}

function fillIn(text: string, bindings: Bindings): Encoded {
  if (!text.includes('$')) return text
  const name = loneName(text)
  return name === undefined ? substituteText(text, bindings) : bound(name, bindings)
}

/**
 * In a key `$$` stays as it is: there it marks a literal `$`, and the codec takes it off. What is filled in is
 * no mark, so a `$` that it puts in front is doubled.
 */
export function substituteKey(key: string, bindings: Bindings): string {
  if (!key.includes('${')) return key
  return key.replace(/\$\{([^}]*)\}/g, (_, name: string, at: number) => {
    const text = textOf(bound(name, bindings))
    return at === 0 ? escapeKey(text) : text
  })
}

function bound(name: string, bindings: Bindings): Encoded {
  const value = lookUp(name, bindings)
  if (value === undefined) throw new Error(`nothing is bound to \${${name}}; the loader should have refused it`)
  return value
}

function textOf(value: Encoded): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
