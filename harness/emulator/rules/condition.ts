import type { Json } from '../emulated.ts'
import { isObject, valueAt, type Fields } from './fields.ts'
import { satisfies } from './operators.ts'
import { filled } from './template.ts'

/** Yes, no, or undefined: it cannot be said. */
export type Answer = boolean | undefined

interface About {
  readonly row: Fields
  readonly user: Fields
}

/** Whether a condition of an access rule holds for a row and a user. All that it asks must hold. */
export function holds({ condition, row, user }: About & { readonly condition: unknown }): Answer {
  if (!isObject(condition)) return undefined
  return every(Object.entries(condition).map(([key, asked]) => part(key, asked, { row, user })))
}

function part(key: string, asked: unknown, about: About): Answer {
  switch (key) {
    case '$and':
      return listed(asked, about, every)
    case '$or':
      return listed(asked, about, some)
    case '$nor':
      return not(listed(asked, about, some))
    case 'user_condition':
      return userIs(asked, about.user)
    default:
      return key.startsWith('$') ? undefined : fieldIs(key, asked, about)
  }
}

function listed(asked: unknown, about: About, joined: (answers: readonly Answer[]) => Answer): Answer {
  if (!Array.isArray(asked)) return undefined
  return joined(asked.map((condition) => holds({ condition, ...about })))
}

/** A name of a field and what it must be: a scalar, or operators. Templates stand for what the user has. */
function fieldIs(key: string, asked: unknown, { row, user }: About): Answer {
  const wanted = filled(asked as Json, user)
  return wanted === undefined ? undefined : satisfies(valueAt(key, row), wanted)
}

/** The official CLI takes scalars only here, compared exactly. */
function userIs(asked: unknown, user: Fields): Answer {
  if (!isObject(asked) || Object.keys(asked).length === 0) return undefined
  return every(
    Object.entries(asked).map(([key, wanted]) =>
      key.startsWith('$') || (typeof wanted === 'object' && wanted !== null)
        ? undefined
        : valueAt(key, user) === wanted,
    ),
  )
}

function every(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}

function some(answers: readonly Answer[]): Answer {
  return not(every(answers.map(not)))
}

function not(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer
}
