import fc from 'fast-check'
import { METHODS } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import type { Encoded, EncodedObject } from '../model/value.ts'
import { formValue, isObject, unescapeKey } from '../language/form.ts'
import { carriedByJson, jsonText, parseJson } from '../language/json.ts'
import { parseTarget } from '../language/target.ts'
import { generators } from './index.ts'

/*
 * What each generator promises of every value it draws, held against the platform itself wherever that has a
 * say: what Node's own FormData, Headers, Request and URL carry unchanged.
 */

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- names the shape that the generator promises
function drawn<T extends Encoded>(name: string): readonly T[] {
  const arbitrary = generators[name]?.arbitrary
  if (arbitrary === undefined) throw new Error(`no generator is called ${name}`)
  const apart = Array.from({ length: 1000 }, (_, seed) => fc.sample(arbitrary, { seed, numRuns: 1 })[0])
  return [...apart, ...fc.sample(arbitrary, { seed: 2, numRuns: 1000 })] as T[]
}

interface DrawnFile extends EncodedObject {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

test.each(['well-formed-text', 'chunk-text', 'form-text'])(
  '%s survives UTF-8, whatever the decoder does first',
  (name) => {
    for (const text of drawn<string>(name)) expect(new TextDecoder().decode(Buffer.from(text))).toBe(text)
  },
)

test('text stays below 64 KB', () => {
  for (const text of drawn<string>('text')) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64 * 1024)
})

test('app-id is carried unchanged by an address and by a header', () => {
  for (const id of drawn<string>('app-id')) {
    expect(new URL(`http://host/apps/${id}/entities`).pathname).toBe(`/apps/${id}/entities`)
    expect(new Headers({ 'x-app-id': id }).get('x-app-id')).toBe(id)
  }
})

test('chunk-text is never empty', () => {
  expect(drawn('chunk-text')).not.toContain('')
})

test.each(['form-text', 'scalar'])('%s is carried unchanged by a form', async (name) => {
  const form = new FormData()
  const values = drawn<string>(name).map(String)
  for (const value of values) form.append('field', value)
  expect((await sent(form)).getAll('field')).toEqual(values)
})

test('form-field-name is carried unchanged by a form, and is no form of the language', async () => {
  const form = new FormData()
  const names = drawn<string>('form-field-name')
  for (const name of names) form.append(name, 'value')
  expect([...(await sent(form)).keys()]).toEqual(names)
  for (const name of names) expect(name).not.toMatch(/^$|^\$|[\r\n]/)
})

test('file is carried unchanged by a form, but for a type of none', async () => {
  const form = new FormData()
  const files = drawn<EncodedObject>('file').map((value) => value['$file'] as DrawnFile)
  for (const file of files) form.append('file', liveFile(file))
  const arrived = (await sent(form)).getAll('file') as File[]
  expect(arrived.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
  expect(arrived.map(({ type }) => type)).toEqual(files.map(({ type }) => type || 'application/octet-stream'))
  for (const [index, one] of arrived.entries()) {
    expect(Buffer.compare(Buffer.from(await one.arrayBuffer()), (files[index] as DrawnFile).bytes)).toBe(0)
  }
})

test('file keeps its type and name in a File', () => {
  for (const value of drawn<EncodedObject>('file')) {
    const file = value['$file'] as DrawnFile
    expect(liveFile(file)).toMatchObject({ name: file.name, type: file.type })
    expect(file.bytes.length).toBeLessThanOrEqual(256 * 1024)
  }
})

test('file-parameters says what arrives when they are put into a form one by one', async () => {
  for (const { data, form } of drawn<{ data: EncodedObject; form: EncodedObject }>('file-parameters')) {
    expect(Object.keys(form)).toEqual(Object.keys(data))
    expect(Object.keys(data).length).toBeLessThanOrEqual(4)
    const built = new FormData()
    for (const [key, value] of Object.entries(data)) built.append(unescapeKey(key), liveField(value))
    const arrived = await Promise.all(
      [...(await sent(built))].map(async ([key, value]) => [key, await written(value)] as const),
    )
    const promised = Object.entries(form).map(([key, value]) => [unescapeKey(key), printed(value)])
    expect(arrived).toEqual(promised)
  }
})

test.each(['json-value', 'json-object', 'json-array', 'error-body'])('%s is carried unchanged by JSON', (name) => {
  expect(drawn(name).filter((value) => !isDeepStrictEqual(parseJson(jsonText(value) as string), value))).toEqual([])
})

test('json-object, json-array and json-parameters are what they say at the top', () => {
  expect(drawn('json-object').every(isObject)).toBe(true)
  expect(drawn('json-parameters').every(isObject)).toBe(true)
  expect(drawn('json-array').every(Array.isArray)).toBe(true)
})

test('json-parameters can be put into JSON, and arrive as the language says', () => {
  const carried = (value: Encoded): boolean =>
    isDeepStrictEqual(parseJson(jsonText(value) as string), carriedByJson(value))
  expect(drawn('json-parameters').filter((value) => !carried(value))).toEqual([])
})

test.each(['function-name', 'plain-function-name'])('%s names a folder and comes back from an address', (name) => {
  for (const text of drawn<string>(name)) {
    const segments = text.split('/')
    expect(segments.length).toBeLessThanOrEqual(3)
    for (const segment of segments) {
      expect(segment).not.toMatch(/^$|^\.\.?$|^\s|\s$|[?#%\\\p{Cc}]/u)
      expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(255)
      expect(segment.isWellFormed()).toBe(true)
    }
    const target = new URL(`https://app.example/${segments.map(encodeURIComponent).join('/')}`).pathname
    expect(parseTarget(target).segments).toEqual(segments)
  }
})

test('plain-function-name has nothing to encode', () => {
  for (const text of drawn<string>('plain-function-name')) expect(text).toMatch(/^[\w-]+(\/[\w-]+)*$/)
})

test('function-path is its name and what is below, also as an address', () => {
  for (const { path, name, below } of drawn<{ path: string; name: string; below: string }>('function-path')) {
    expect(path).toBe(`/${name}${below}`)
    expect(name).toMatch(/^[\w-]+$/)
    expect(below).toMatch(/^(\/[^/]+)*$/)
    expect(parseTarget(new URL(`https://app.example${path}`).pathname).segments).toEqual(path.slice(1).split('/'))
  }
})

test('query reads as its entries, alone and in an address', () => {
  for (const { text, entries, values } of drawn<{ text: string; entries: string[][]; values: EncodedObject }>(
    'query',
  )) {
    expect(text).not.toMatch(/[+? ]/)
    expect([...new URLSearchParams(text)]).toEqual(entries)
    const { searchParams } = new URL(`https://app.example/?${text}`)
    expect([...searchParams]).toEqual(entries)
    expect(Object.keys(values).sort()).toEqual([...new Set(searchParams.keys())].sort())
    for (const [name, value] of Object.entries(values)) expect([value].flat()).toEqual(searchParams.getAll(name))
  }
})

test.each([
  ['error-status', 300, 599],
  ['ok-status', 200, 299],
  ['any-status', 200, 599],
])('%s may have a body, is no redirect and reaches the caller', (name, first, last) => {
  for (const status of drawn<number>(name)) {
    expect(status).toBeGreaterThanOrEqual(first)
    expect(status).toBeLessThanOrEqual(last)
    expect([204, 205, 301, 302, 303, 304, 307, 308, 407, 421]).not.toContain(status)
    expect(new Response('body', { status }).status).toBe(status)
  }
})

test('bodiless-ok-status is a status that may have no body', () => {
  for (const status of drawn<number>('bodiless-ok-status'))
    expect(() => new Response('body', { status })).toThrow(TypeError)
})

test.each(['http-method', 'http-method-with-body'])('%s is left as it is by fetch and known to node:http', (name) => {
  const body = name === 'http-method' ? null : 'body'
  for (const method of drawn<string>(name)) {
    expect(new Request('https://app.example/', { method, body }).method).toBe(method)
    expect(METHODS).toContain(method)
  }
})

const managed =
  /^(host|connection|content-.*|transfer-encoding|authorization|cookie.*|set-cookie.*|x-app-id|expect|te|trailer|upgrade|keep-alive|user-agent|accept|accept-(charset|encoding)|origin|referer|via|date|dnt|proxy-.*|sec-.*|access-control-.*|x-http-method.*|x-method-override|x-forwarded.*|x-request-id|x-xsrf-token|base44-.*|x-base44.*)$/i

test.each(['request-headers', 'reply-headers'])(
  '%s are headers that nobody else sets, and stay as they are',
  (name) => {
    for (const headers of drawn<Record<string, string>>(name)) {
      const carried = new Headers(Object.entries(headers))
      expect([...carried]).toEqual(
        Object.entries(headers)
          .map(([key, value]) => [key.toLowerCase(), value])
          .sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)),
      )
      for (const key of Object.keys(headers)) expect(key).not.toMatch(managed)
      expect(JSON.stringify(headers).length).toBeLessThan(12 * 1024)
    }
  },
)

test('reply-headers are in lower case', () => {
  for (const headers of drawn<EncodedObject>('reply-headers')) {
    for (const key of Object.keys(headers)) expect(key).toBe(key.toLowerCase())
  }
})

test('header-value is visible ASCII without white space at an end', () => {
  for (const value of drawn<string>('header-value')) expect(value).toMatch(/^[!-~]([ -~]*[!-~])?$/)
})

test('token is a b64token that cannot occur by chance', () => {
  for (const value of drawn<string>('token')) expect(value).toMatch(/^[\w.~+/-]{10,}=*$/)
})

test('bytes are at most 64 KB, and no two values share memory', () => {
  const values = drawn<EncodedObject>('bytes').map((value) => formValue(value, 'bytes') as Uint8Array)
  for (const value of values) expect(value.length).toBeLessThanOrEqual(64 * 1024)
  const filled = values.filter((value) => value.length > 0)
  expect(new Set(filled.map(({ buffer }) => buffer)).size).toBe(filled.length)
})

test.each([
  ['bytes', 3000, (value: Encoded): number => (formValue(value, 'bytes') as Uint8Array).length],
  ['file', 3000, (value: Encoded): number => (formValue(value, 'file') as DrawnFile).bytes.length],
  ['text', 3000, (value: Encoded): number => (value as string).length],
  ['json-array', 200, (value: Encoded): number => (value as readonly Encoded[]).length],
])('a limit in the size of %s is found to the unit', (name, limit, sizeOf) => {
  const { counterexample } = fc.check(
    fc.property((generators[name] as (typeof generators)[string]).arbitrary, (value) => sizeOf(value) <= limit),
    { seed: 1, numRuns: 1000 },
  )
  expect(sizeOf((counterexample as [Encoded])[0])).toBe(limit + 1)
})

async function sent(form: FormData): Promise<FormData> {
  const request = new Response(form)
  const type = request.headers.get('content-type') as string
  return new Response(await request.arrayBuffer(), { headers: { 'content-type': type } }).formData()
}

function liveFile({ name, type, bytes }: DrawnFile): File {
  return new File([bytes], name, { type })
}

function liveField(value: Encoded): string | File {
  const file = formValue(value, 'file')
  if (file !== undefined) return liveFile(file as DrawnFile)
  if (formValue(value, 'value') === '-0') return String(-0)
  return typeof value === 'object' ? (jsonText(value) as string) : String(value)
}

async function written(value: string | File): Promise<unknown> {
  if (typeof value === 'string') return value
  return { $file: { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) } }
}

function printed(value: Encoded): unknown {
  const json = formValue(value, 'json')
  return json === undefined ? value : jsonText(json)
}
