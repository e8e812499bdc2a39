import fc from 'fast-check'
import type { Encoded, EncodedObject } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { escapeKey, formValue, isObject } from '../language/form.ts'
import { objectFrom } from '../language/own.ts'
import { alternatives } from './parts/alternatives.ts'
import { anyFile } from './parts/files.ts'
import { fieldName } from './parts/form-names.ts'
import { formTextValue } from './parts/form-text-value.ts'
import { anyArray, anyObject, jsonNumber } from './parts/json-parts.ts'

/** A parameter as it is passed, and as it must arrive in the form. */
interface Parameter {
  readonly passed: Encoded
  readonly arrives: Encoded
}

const text = formTextValue.map((value): Parameter => ({ passed: value, arrives: value }))
const number = alternatives([6, jsonNumber], [1, fc.constant(0)]).map((value): Parameter => ({
  passed: value,
  arrives: String(value),
}))
const negativeZero = fc.constant<Parameter>({ passed: { $value: '-0' }, arrives: '0' })
const boolean = fc.boolean().map((value): Parameter => ({ passed: value, arrives: String(value) }))
const structured = fc
  .oneof<fc.Arbitrary<Encoded>[]>(anyObject, anyArray)
  .map((value): Parameter => ({ passed: value, arrives: { $json: value } }))
const file = anyFile.map(fileParameter)

/** Stands for the file that is there anyway: the same file in a second field. */
const again = fc.constant<'again'>('again')

const beside = alternatives<Parameter | 'again'>(
  [6, text],
  [3, number],
  [1, negativeZero],
  [2, boolean],
  [3, structured],
  [3, file],
  [1, again],
)

const key = alternatives(
  [9, fieldName.map(escapeKey)],
  [1, fc.constantFrom(...['$file', '$a', '$', '$$a'].map(escapeKey))],
)

/**
 * Parameters of which at least one is a file, and the form that must arrive: text as it is, numbers and booleans
 * printed, objects and arrays as JSON, files with their name, type and content. A file without a type arrives as
 * application/octet-stream. Breaks what looks at the first parameter only, sends files alone or once, prints
 * objects as `[object Object]`, drops falsy values, or sets fields on a plain object.
 */
export const fileParameters: Generator = {
  name: 'file-parameters',
  title: 'One to four parameters with a file among them, and the form that must arrive',
  members: ['data', 'form'],
  classes: {
    'one file alone': (value) => kindsOf(value).join() === 'file',
    'only files, several': (value) => kindsOf(value).length > 1 && kindsOf(value).every(isFile),
    'file first, others behind': (value) => kindsOf(value).length > 1 && isFile(kindsOf(value)[0]),
    'file last, others before': (value) => !isFile(kindsOf(value)[0]) && isFile(kindsOf(value).at(-1)),
    'several files among others': (value) => kindsOf(value).filter(isFile).length > 1 && !kindsOf(value).every(isFile),
    'the same file twice': sameFileTwice,
    'an empty file': (value) =>
      Object.values(dataOf(value)).some(
        (one) => (formValue(one, 'file') as { bytes?: Uint8Array } | undefined)?.bytes?.length === 0,
      ),
    text: (value) => kindsOf(value).includes('text'),
    'empty text': (value) => Object.values(dataOf(value)).includes(''),
    'a number': (value) => kindsOf(value).includes('number'),
    zero: (value) => Object.values(dataOf(value)).includes(0),
    'negative zero': (value) => kindsOf(value).includes('negative zero'),
    'a boolean': (value) => kindsOf(value).includes('boolean'),
    'an object': (value) => kindsOf(value).includes('object'),
    'an array': (value) => kindsOf(value).includes('array'),
    'three or more parameters': (value) => kindsOf(value).length >= 3,
    'a field called __proto__': (value) => Object.hasOwn(dataOf(value), '__proto__'),
    'a field that begins with $': (value) => Object.keys(dataOf(value)).some((name) => name.startsWith('$$')),
  },
  arbitrary: fc
    .tuple(fc.tuple(key, file), fc.array(fc.tuple(key, beside), { maxLength: 3 }), fc.nat(3))
    .map(([sure, others, place]) => drawn({ sure, others, place })),
}

function fileParameter(passed: EncodedObject): Parameter {
  const { type, ...rest } = passed['$file'] as EncodedObject
  return { passed, arrives: { $file: { ...rest, type: type || 'application/octet-stream' } } }
}

function drawn({
  sure,
  others,
  place,
}: {
  sure: readonly [string, Parameter]
  others: readonly (readonly [string, Parameter | 'again'])[]
  place: number
}): Encoded {
  const names = new Set([sure[0]])
  const fields = others
    .filter(([name]) => names.size < names.add(name).size)
    .map(([name, one]) => [name, one === 'again' ? sure[1] : one] as const)
  fields.splice(place % (fields.length + 1), 0, sure)
  return {
    data: objectFrom(fields.map(([name, { passed }]) => [name, passed] as const)),
    form: objectFrom(fields.map(([name, { arrives }]) => [name, arrives] as const)),
  }
}

function dataOf(value: Encoded): EncodedObject {
  return (value as { data: EncodedObject }).data
}

/** What the parameters are, in the order in which a caller's object has them. */
function kindsOf(value: Encoded): string[] {
  return Object.values(dataOf(value)).map((one) => {
    if (formValue(one, 'file') !== undefined) return 'file'
    if (formValue(one, 'value') !== undefined) return 'negative zero'
    if (Array.isArray(one)) return 'array'
    return isObject(one) ? 'object' : typeof one === 'string' ? 'text' : typeof one
  })
}

function isFile(kind: string | undefined): boolean {
  return kind === 'file'
}

function sameFileTwice(value: Encoded): boolean {
  const files = Object.values(dataOf(value)).filter((one) => formValue(one, 'file') !== undefined)
  return new Set(files).size < files.length
}
