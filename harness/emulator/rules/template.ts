import type { Json } from '../emulated.ts'
import { valueAt, type Fields } from './fields.ts'

/**
 * What a rule asks for with `{{user.email}}`, `{{user.data.team}}` and such filled in, also inside lists and operators.
 * A template that is the whole text stands for the value itself, so that numbers and lists can be compared too.
 * Undefined: some template stands for nothing. `base44 dev` takes the empty text then, and so lets a user without a team
 * at every row without one.
 */
export function filled(asked: Json, user: Fields): Json | undefined {
  if (typeof asked === 'string') return filledText(asked, user)
  if (Array.isArray(asked)) return allOf(asked.map((item: Json) => filled(item, user)))
  if (typeof asked !== 'object' || asked === null) return asked
  const values = allOf(Object.values(asked).map((item: Json) => filled(item, user)))
  return values && Object.fromEntries(Object.keys(asked).map((key, index) => [key, values[index] as Json]))
}

function allOf(items: readonly (Json | undefined)[]): readonly Json[] | undefined {
  return items.includes(undefined) ? undefined : (items as readonly Json[])
}

const template = /\{\{\s*([^{}]*?)\s*\}\}/g
const whole = /^\{\{\s*([^{}]*?)\s*\}\}$/

function filledText(text: string, user: Fields): Json | undefined {
  const [, only] = whole.exec(text) ?? []
  if (only !== undefined) return namedBy(only, user)
  const found = [...text.matchAll(template)].map(([, name = '']) => namedBy(name, user))
  if (found.some((value) => value === undefined || typeof value === 'object')) return undefined
  let next = 0
  return text.replace(template, () => String(found[next++]))
}

/** What `user.data.team` stands for; undefined for nothing, null, the empty text, and for what is not the user's. */
function namedBy(name: string, user: Fields): Json | undefined {
  if (!name.startsWith('user.')) return undefined
  const value = valueAt(name.slice('user.'.length), user)
  return value === null || value === '' ? undefined : value
}
