import type { Snippet } from './snippet.ts'

/** What looks at what was seen. */
export const checks: Readonly<Record<string, Snippet>> = {
  end: {
    code: `// Ends the script: 1 as reported, 0 the promise is kept, 2 something else.
function end(code, text, seen = {}) {/* thread */
  console.log(text)
  for (const [name, value] of Object.entries(seen)) {
    console.log(name, typeof value === 'string' ? value : inspect(value, { depth: 4, maxStringLength: 500, maxArrayLength: 50 }))
  }
  process.exit(code)
}`,
    imports: { 'node:util': ['inspect'] },
  },
  equals: {
    code: `function equals(code, what, observed, expected) {
  holds(code, what, isDeepStrictEqual(observed, expected), expected, observed)
}`,
    needs: ['holds'],
    imports: { 'node:util': ['isDeepStrictEqual'] },
  },
  holds: {
    code: `// What does not hold ends the script.
function holds(code, what, is, expected, observed) {
  const how = code === asReported ? 'As reported, it is not as promised: ' : 'It is not as promised, but otherwise than reported: '
  if (!is) end(code, how + what, { expected, observed })
}`,
    needs: ['end'],
  },
  say: {
    code: `// How a call ended, in a few words.
function say({ how, value }) {
  if (how !== 'rejected' && how !== 'threw') return how
  const isPlain = typeof value !== 'object' || value === null || Array.isArray(value)
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : isPlain ? typeof value : classesOf(value)[0]
  const status = value?.status ?? value?.response?.status
  return [how, kind === 'Object' ? 'object' : kind, status].filter((part) => part !== undefined).join(' ')
}`,
    needs: ['classesOf'],
  },
  classesOf: {
    code: `// The names of the classes of a value, the nearest first.
function classesOf(value) {
  const names = []
  for (let at = value && Object.getPrototypeOf(value); at; at = Object.getPrototypeOf(at)) names.push(at.constructor?.name)
  return names
}`,
  },
  assign: {
    code: `// Gives each test an item of its own; undefined where that cannot be.
function assign(items, [test, ...others]) {
  if (test === undefined) return []
  for (const [at, item] of items.entries()) {
    const rest = test(item) ? assign(items.toSpliced(at, 1), others) : undefined
    if (rest !== undefined) return [item, ...rest]
  }
  return undefined
}`,
  },
  parse: {
    code: `// What a JSON text says; undefined where it is none.
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}`,
  },
  queryOf: {
    code: `// The query of an address: a name that occurs several times has a list.
function queryOf(url) {
  const query = new URLSearchParams(url.split('?').slice(1).join('?'))
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]).map(
    ([name, all]) => [name, all.length === 1 ? all[0] : all],
  ))
}`,
  },
  fieldsOf: {
    code: `// The fields of a form: a name that occurs several times has a list; a file is its name, its type and its bytes.
async function fieldsOf({ headers, body }) {
  const type = headers['content-type'] ?? ''
  if (!/^multipart\\/form-data\\b/i.test(type)) return undefined
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => [])
  const fields = new Map()
  for (const [name, value] of form) fields.set(name, [...(fields.get(name) ?? []), await fieldOf(value)])
  return Object.fromEntries([...fields].map(([name, all]) => [name, all.length === 1 ? all[0] : all]))
}
async function fieldOf(value) {
  if (typeof value === 'string') return value.replace(/\\r\\n|\\r|\\n/g, '\\r\\n')
  return { name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) }
}`,
  },
  everythingIn: {
    code: `function everythingIn({ url, headers, body }) {
  return [url, ...Object.entries(headers).map((header) => header.join(': ')), body].join('\\n')
}`,
  },
  received: {
    code: `// The requests that reached a function.
function received() {
  return requests.filter(({ subPath }) => subPath !== undefined)
}`,
  },
}
