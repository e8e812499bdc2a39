import type { WireFact } from '../model/wire.ts'
import { segmentsOf } from '../language/target.ts'
import { quote } from './source/text.ts'

export interface ServerOptions {
  /** What the rest of the script asks of the server. */
  readonly needed: ReadonlySet<string>
  readonly wire: readonly WireFact[]
  /** Whether the script says what functions answer. */
  readonly functions: boolean
  readonly lane: 'loopback' | 'host-name'
}

/** The server of a script: it keeps what it is asked, and answers like the world of the contract. */
export function serverSource(options: ServerOptions): string {
  const parts = [listening(options), options.needed.has('located') ? locating(options) : '']
  return parts.filter((part) => part !== '').join('\n\n')
}

/** What it keeps in mind. */
export function serverState(needed: ReadonlySet<string>): string {
  return lines([
    [true, 'const requests = []'],
    [true, 'let open = 0 // requests that are not answered yet'],
    [needed.has('answers'), 'let answers // to the calls that follow, whatever they call'],
    [needed.has('fault refused'), 'const servers = []'],
  ])
}

function listening({ needed, functions, lane }: ServerOptions): string {
  const has = (name: string): boolean => needed.has(name)
  const hosts = lane === 'host-name'
  return lines([
    [true, 'async function serve(client, app) {'],
    [true, '  const server = createServer({ maxHeaderSize: 262144 }, async (incoming, response) => {'],
    [true, '    open++'],
    [true, `    response.on('close', () => open--)`],
    [true, '    const { method, url, headersDistinct } = incoming'],
    [
      true,
      `    const headers = Object.fromEntries(Object.entries(headersDistinct).map(([name, all]) => [name, all.join(', ')]))`,
    ],
    [true, `    const path = url.split('?')[0].split('/').slice(1).map(unescape)`],
    [true, '    const chunks = []'],
    [true, '    for await (const chunk of incoming) chunks.push(chunk)'],
    [true, '    const body = Buffer.concat(chunks)'],
    [true, '    const request = { client, origin, method, url, path, headers, body, aborted: false }'],
    [hosts, `    request.origin = headers['x-meant-for']`],
    [hosts, `    delete headers['x-meant-for']`],
    [has('fieldsOf'), '    request.form = await fieldsOf(request)'],
    [has('located'), '    const called = locate(path, app)'],
    [has('located'), `    if (${whenReached(needed, functions)}) request.subPath = called.subPath`],
    [true, '    requests.push(request)'],
    [has('aborted'), `    response.on('close', () => (request.aborted = !response.writableFinished))`],
    [has('abortWhen'), `    tell('received')`],
    [true, `    write(response, ${answers(needed, functions)})`],
    [true, '  })'],
    [true, `  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))`],
    [true, '  const { port } = server.address()'],
    [true, `  const origin = 'http://127.0.0.1:' + port`],
    [has('fault refused'), '  servers.push({ server, port })'],
    [true, '  return origin'],
    [true, '}'],
  ])
}

/** Where a step has answers of its own, every address of functions is one; else those that are deployed. */
function whenReached(needed: ReadonlySet<string>, functions: boolean): string {
  if (!needed.has('answers')) return functions ? 'called?.replies' : 'called'
  return functions ? 'called && (called.replies || answers)' : 'called && answers'
}

/** What answers: the step itself, then a function, then seeded records, then nobody. */
function answers(needed: ReadonlySet<string>, functions: boolean): string {
  return [
    ...(needed.has('answers') ? ['answers ? next(answers)'] : []),
    ...(functions ? ['called?.replies ? next(called.replies)'] : []),
    ...(needed.has('records') ? ['recordsAt(path, method, app)'] : ['nobody']),
  ].join(' : ')
}

function locating({ wire, functions }: ServerOptions): string {
  const roots = ['invoke', 'fetch'].map((name) => rootOf(wire, name, 'app'))
  return lines([
    [true, '// The function that a path leads to; of several the one with the longest name.'],
    [true, 'function locate(path, app) {'],
    [true, `  const roots = [${roots.join(', ')}]`],
    [true, '  const root = roots.find((root) => root.every((part, at) => part === path[at]))'],
    [!functions, '  return root && { subPath: [] }'],
    [functions, '  if (root === undefined) return undefined'],
    [functions, '  const below = path.slice(root.length)'],
    [functions, '  const [found] = functions'],
    [functions, `    .map(({ name, replies }) => ({ name: name.split('/'), replies }))`],
    [functions, '    .filter(({ name }) => name.every((part, at) => part === below[at]))'],
    [functions, '    .sort((a, b) => b.name.length - a.name.length)'],
    [functions, '  return { replies: found?.replies, subPath: found ? below.slice(found.name.length) : [] }'],
    [true, '}'],
  ])
}

/** The segments of an address below which something is served, as source; the app is an expression. */
export function rootOf(wire: readonly WireFact[], name: string, app: string): string {
  const fact = wire.find((one) => one.name === name)
  if (fact === undefined) throw new Error(`contracts/wire.yaml states no ${name}`)
  const parts = segmentsOf(fact.value).map((part) => (part === '{appId}' ? app : quote(part)))
  return `[${parts.join(', ')}]`
}

function lines(all: readonly (readonly [boolean, string])[]): string {
  return all.flatMap(([wanted, line]) => (wanted ? [line] : [])).join('\n')
}
