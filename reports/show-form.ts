import type { Encoded } from '../harness/model/value.ts'
import { bytesOf } from '../harness/language/bytes.ts'
import { isObject, type Form } from '../harness/language/form.ts'
import { around, flat, group, type Layout } from './layout.ts'
import { counted } from './quantity.ts'
import { showBytes, hex } from './show-text.ts'
import { showPattern } from './show-pattern.ts'
import { visible } from './visible.ts'

export interface FormContext {
  readonly contents: boolean
  readonly layout: (value: Encoded) => Layout
}

/** A value that JSON lacks, or a matcher; undefined for a word that is not of the language. */
export function layoutForm({ word, value }: Form, context: FormContext): Layout | undefined {
  if (Object.hasOwn(values, word)) return values[word]?.(value, context)
  return showPattern({ word, value }, context.layout)
}

type ShowForm = (value: Encoded, context: FormContext) => Layout | undefined

const values: Readonly<Record<string, ShowForm>> = {
  value: (value) => (typeof value === 'string' && value !== '' ? visible(value) : undefined),
  date: (value) => `Date(${visible(String(value))})`,
  bytes: (value) => (isBytes(value) ? showBytes(bytesOf(value)) : undefined),
  file: (value, context) => showFile('File', value, context),
  blob: (value, context) => showFile('Blob', value, context),
  form: showFormData,
  error: showError,
  response: showResponse,
  request: (value, { layout }) => around('Request(', layout(value), ')'),
  instance: showInstance,
  function: showFunction,
  callback: showCallback,
  signal: (value) => `AbortSignal(${plainWord(value)})`,
  fixture: (value) => `fixture ${plainWord(value)}`,
}

function showCallback(value: Encoded): string {
  if (!isObject(value)) return `callback ${plainWord(value)}`
  const { name = '', ...does } = value
  const behaviour = Object.entries(does).map(([what, text]) => ` that ${what} ${plainWord(text)}`)
  return `callback ${plainWord(name)}${behaviour.join('')}`
}

function isBytes(value: Encoded | undefined): value is string | Uint8Array {
  return typeof value === 'string' || value instanceof Uint8Array
}

function plainWord(value: Encoded): string {
  return visible(typeof value === 'string' ? value : JSON.stringify(value))
}

function showFile(kind: string, value: Encoded, { contents, layout }: FormContext): Layout | undefined {
  if (!isObject(value)) return undefined
  const { name, type, bytes } = value
  return group(
    `${kind}(`,
    [
      ...(name === undefined ? [] : [layout(name)]),
      ...(type === undefined || type === '' ? [] : [typeof type === 'string' ? visible(type) : layout(type)]),
      ...(bytes === undefined ? [] : [isBytes(bytes) ? showContents(bytesOf(bytes), contents) : layout(bytes)]),
    ],
    ')',
  )
}

function showContents(bytes: Uint8Array, contents: boolean): string {
  const size = counted(bytes.length, 'byte')
  return contents && bytes.length > 0 ? `${size}: ${hex(bytes)}` : size
}

function showFormData(value: Encoded, { layout }: FormContext): Layout {
  if (!Array.isArray(value)) return around('FormData ', layout(value))
  const entries = (value as readonly Encoded[]).map((entry) => {
    const [name, item] = Array.isArray(entry) ? (entry as readonly Encoded[]) : []
    if (name === undefined || item === undefined) return layout(entry)
    return around(`${flat(layout(name))}: `, layout(item))
  })
  return group('FormData {', entries, '}')
}

/** `TypeError("its message", { status: 404 })`: class, message, and the rest of what was seen of it. */
function showError(value: Encoded, { layout }: FormContext): Layout | undefined {
  if (!isObject(value)) return around('Error(', layout(value), ')')
  const { class: named, name, message, ...rest } = value
  const title = nameIn(named) ?? nameIn(name) ?? 'Error'
  const inner = [
    ...(message === undefined ? [] : [layout(message)]),
    ...(Object.keys(rest).length === 0 ? [] : [layout(rest)]),
  ]
  return group(`${visible(title)}(`, inner, ')')
}

function showResponse(value: Encoded, { layout }: FormContext): Layout | undefined {
  if (!isObject(value)) return around('Response(', layout(value), ')')
  const { status, ...rest } = value
  const inner = [
    ...(status === undefined ? [] : [layout(status)]),
    ...(Object.keys(rest).length === 0 ? [] : [layout(rest)]),
  ]
  return group('Response(', inner, ')')
}

function showInstance(value: Encoded, { layout }: FormContext): Layout | undefined {
  if (!isObject(value)) return around('an instance of ', layout(value))
  const { class: named, own } = value
  const title = visible(nameIn(named) ?? 'an object of a class')
  return own === undefined || isEmpty(own) ? title : around(`${title} `, layout(own))
}

/** The name itself, or the first of the names of a class and those it extends. */
function nameIn(value: Encoded | undefined): string | undefined {
  const first = Array.isArray(value) ? (value as readonly Encoded[])[0] : value
  return typeof first === 'string' && first !== '' ? first : undefined
}

function isEmpty(value: Encoded): boolean {
  return isObject(value) && Object.keys(value).length === 0
}

function showFunction(value: Encoded): string {
  const name = nameIn(isObject(value) ? value['name'] : value)
  return name === undefined ? 'a function' : `function ${visible(name)}`
}
