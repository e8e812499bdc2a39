import type { Encoded, EncodedObject } from '../../model/value.ts'
import type { Form } from '../../language/form.ts'
import { bytesOf } from '../../language/bytes.ts'
import { flat } from '../source/doc.ts'
import { fillNow } from '../source/scope.ts'
import { keyText, writeValue } from '../source/value.ts'
import { NotExpressible } from '../not-expressible.ts'
import { conditionsOfError } from './error.ts'
import { allOf, belowPath, withoutKeeping, type Access, type Condition, type Matching } from './condition.ts'
import { bufferOf, contentOf, exactly } from './exact.ts'
import { kinds } from './kinds.ts'
import { conditionsOfIncludes, conditionsOfUnordered } from './lists.ts'
import { member } from './member.ts'
import { isObjectTest } from './is-object-test.ts'

type OfForm = (value: Encoded, access: Access, at: Matching) => Condition[]

/** What must be so for a form of the language to hold. */
export function conditionsOfForm({ word, value }: Form, access: Access, at: Matching): Condition[] {
  const conditions = forms[word]
  if (conditions === undefined) throw new NotExpressible(`$${word} cannot be asked by a script at this place`)
  return conditions(value, access, at)
}

const forms: Readonly<Record<string, OfForm>> = {
  is: (kind, access, at) => {
    const of = kinds[kind as string]
    if (of === undefined) throw new NotExpressible(`$is: ${String(kind)} cannot be asked by a script`)
    const test = of.test(access)
    if (test === 'true') return []
    return [{ kind: 'test', path: at.path, test, wanted: of.wanted, observed: access.code }]
  },
  has: conditionsOfHas,
  error: conditionsOfError,
  includes: conditionsOfIncludes,
  unordered: conditionsOfUnordered,
  matches: (source, access, at) => {
    const expression = new RegExp(regExpOf(source as string, at), 'u').toString()
    const test = `typeof ${access.code} === 'string' && ${expression}.test(${access.code})`
    return [{ kind: 'test', path: at.path, test, wanted: `text that ${expression} matches`, observed: access.code }]
  },
  'one-of': conditionsOfOneOf,
  not: (pattern, access, at) => {
    const test = `!(${allOf(at.conditionsOf(pattern, access, withoutKeeping(at)))})`
    return [{ kind: 'test', path: at.path, test, wanted: 'anything else', observed: access.code }]
  },
  json: (pattern, access, at) => {
    at.need('parse')
    return at.conditionsOf(pattern, { code: `parse(${access.code})` }, { ...at, as: 'json' })
  },
  keep: (name, { code }, at) => [
    {
      kind: 'test',
      path: at.path,
      test: `${code} !== undefined`,
      wanted: 'anything but undefined',
      observed: code,
    },
    { kind: 'keep', path: at.path, name: at.declare(name as string), observed: code },
  ],
  file: (value, access, at) => conditionsOfFile(value as EncodedObject, access, at),
  bytes: (value, { code }, at) => [
    {
      kind: 'test',
      path: at.path,
      test: `${code} instanceof Uint8Array && ${flat(bufferOf(bytesOf(value)))}.equals(${code})`,
      wanted: 'these bytes',
      observed: code,
    },
  ],
  date: (value, { code }, at) => [
    {
      kind: 'test',
      path: at.path,
      test: `${code} instanceof Date && ${code}.getTime() === ${flat(writeValue({ $date: value }, at))}.getTime()`,
      wanted: 'this moment',
      observed: code,
    },
  ],
}

function conditionsOfOneOf(options: Encoded, access: Access, at: Matching): Condition[] {
  const patterns = options as readonly Encoded[]
  const literals = patterns.map((one) => exactly(one, at)).filter((doc) => typeof doc === 'string')
  const trying = withoutKeeping(at)
  const test =
    literals.length === patterns.length
      ? `[${literals.join(', ')}].includes(${access.code})`
      : `(${patterns.map((one) => `(${allOf(at.conditionsOf(one, access, trying))})`).join(' || ')})`
  const wanted = literals.length === patterns.length ? `one of ${literals.join(', ')}` : `one of ${patterns.length}`
  return [{ kind: 'test', path: at.path, test, wanted, observed: access.code }]
}

/** A subset, one level deep; below it exact. */
function conditionsOfHas(pattern: Encoded, access: Access, at: Matching): Condition[] {
  const members = Object.entries(pattern as EncodedObject).flatMap(([key, item]) => {
    const name = keyText(key, at)
    return at.conditionsOf(item, member(access.code, name), belowPath(at, name))
  })
  const whole: Condition = {
    kind: 'test',
    path: at.path,
    test: isObjectTest(access.code),
    wanted: 'an object',
    observed: access.code,
  }
  return at.isReported(at.path) ? [whole, ...members] : members
}

/** In a form a file has been read: its name, its type, its bytes. */
function conditionsOfFile({ name, type, text, bytes }: EncodedObject, { code }: Access, at: Matching): Condition[] {
  if (at.as !== 'form') throw new NotExpressible('a $file is compared in a form only')
  const parts = { name, type }
  const compared = Object.entries(parts).flatMap(([key, item]) =>
    item === undefined
      ? []
      : at.conditionsOf(item, { code: `${code}?.${key}` }, belowPath({ ...at, as: 'value' }, key)),
  )
  const content = contentOf(text, bytes, at)
  if (content === undefined) throw new NotExpressible('the content of this $file cannot be written down')
  return [...compared, { kind: 'equal', path: [...at.path, 'bytes'], observed: `${code}?.bytes`, expected: content }]
}

/** What is filled in stands for itself. */
function regExpOf(source: string, { scope }: Matching): string {
  return source.replace(/\$\$|\$\{([^}]*)\}/g, (mark) =>
    mark === '$$' ? '$' : fillNow(mark, scope).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
  )
}
