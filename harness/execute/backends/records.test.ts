import { expect, test } from 'vitest'
import { openRecords, type GivenRecords, type Leftover } from './records.ts'
import type { Asked, Send } from './sender.ts'

// The records of a run, in a backend that keeps them in a list; and in backends that do not do as they are asked.

const wire = { entities: '/api/apps/{appId}/entities' }
const given: GivenRecords = { Note: { alice: [{ title: 'a' }, { title: 'b' }], bob: [{ title: 'c' }] } }
const tokenOf = (owner: string): string => `token-${owner}`

test('each is created by its owner, with the id of the run', async () => {
  const { records, stored, asked } = backend({})
  const seeded = await records.seed(given, tokenOf)
  expect(seeded).toMatchObject({
    kind: 'seeded',
    records: { Note: { alice: [{ id: '1' }, { id: '2' }], bob: [{ id: '3' }] } },
  })
  expect(stored.slice(1)).toEqual([
    { id: '1', title: 'a', run: 'run-1', by: 'token-alice' },
    { id: '2', title: 'b', run: 'run-1', by: 'token-alice' },
    { id: '3', title: 'c', run: 'run-1', by: 'token-bob' },
  ])
  expect(asked[0]).toMatchObject({
    method: 'POST',
    path: '/api/apps/app%2F1/entities/Note',
    headers: { 'x-app-id': 'app/1' },
  })
})

test.each<[what: string, as: Partial<Behaviour>, removers: string[]]>([
  ['as the service role where there is one', { serviceToken: 'service' }, ['service', 'service', 'service']],
  ['else each by its owner', {}, ['token-alice', 'token-alice', 'token-bob']],
  [
    'also where the backend lists everything',
    { ignoresQuery: true, serviceToken: 'service' },
    ['service', 'service', 'service'],
  ],
  ['also where it lists one at a time', { limit: 1, serviceToken: 'service' }, ['service', 'service', 'service']],
  ['also where it lists nothing', { listsNothing: true }, ['token-alice', 'token-alice', 'token-bob']],
])('all of them are removed, and nobody else’s: %s', async (_, as, removers) => {
  const { records, stored, asked } = backend(as)
  await records.seed(given, tokenOf)
  expect(await records.clear()).toEqual([])
  expect(stored).toEqual([foreign])
  expect(removed(asked)).toEqual(removers)
})

test('what a contract made with the id of the run is removed too', async () => {
  const { records, stored } = backend({ serviceToken: 'service' })
  await records.seed(given, tokenOf)
  stored.push({ id: '9', title: 'by a function', run: 'run-1', by: 'token-bob' })
  expect(await records.clear()).toEqual([])
  expect(stored).toEqual([foreign])
})

test.each<[what: string, as: Partial<Behaviour>, reason: string]>([
  ['forbids it', { removing: 403 }, 'could not remove it: the backend answered 403'],
  ['pretends', { removing: 200 }, 'the backend says that it is removed, and lists it still'],
  ['pretends that there is none', { removing: 404 }, 'the backend says that it is removed, and lists it still'],
  ['hangs up', { removing: 'ECONNRESET' }, 'could not remove it: it hung up without an answer. Look into its log.'],
])('leftovers of a backend that %s are told, each once', async (_, as, reason) => {
  const { records } = backend({ ...as, serviceToken: 'service' })
  await records.seed(given, tokenOf)
  const left: Leftover[] = ['1', '2', '3'].map((id) => ({ entity: 'Note', id, reason }))
  expect(await records.clear()).toEqual(left)
})

test.each<[what: string, as: Partial<Behaviour>, message: string]>([
  ['forbids it', { creating: 403 }, 'could not create a record of Note: the backend answered 403'],
  ['gives no record back', { creating: 200 }, 'could not create a record of Note: the backend answered 200'],
])('a backend that %s: refused', async (_, as, message) => {
  const { records } = backend(as)
  expect(await records.seed(given, tokenOf)).toEqual({ kind: 'refused', message })
  expect(await records.clear()).toEqual([])
})

test('an interruption is passed on', async () => {
  const { records } = backend({ creating: 'AbortError' })
  await expect(records.seed(given, tokenOf)).rejects.toThrow('AbortError')
})

interface Behaviour {
  readonly serviceToken: string
  readonly ignoresQuery: boolean
  readonly listsNothing: boolean
  readonly limit: number
  /** A status, or the code of what goes wrong. */
  readonly creating: number | string
  readonly removing: number | string
}

type Stored = Record<string, unknown>
const foreign: Stored = { id: '0', title: 'of somebody else', run: 'run-0', by: 'token-alice' }

function backend({ serviceToken, ...as }: Partial<Behaviour>) {
  const stored: Stored[] = [foreign]
  const asked: Asked[] = []
  const send: Send = async (request) => {
    asked.push(request)
    const { status, json } = answerTo(request, stored, as)
    return { status, json, headers: {}, text: '' }
  }
  const access = { appId: 'app/1', ...(serviceToken !== undefined && { serviceToken }) }
  return { records: openRecords({ access, wire, runId: 'run-1', send }), stored, asked }
}

function answerTo(request: Asked, stored: Stored[], as: Partial<Behaviour>): { status: number; json: unknown } {
  const by = bearer(request)
  const [path = '', query] = request.path.split('?')
  if (request.method === 'POST') {
    if (as.creating !== undefined) return failing(as.creating)
    const record = { id: String(stored.length), ...(request.json as object), by }
    stored.push(record)
    return { status: 201, json: record }
  }
  if (request.method === 'DELETE') {
    if (as.removing !== undefined) return failing(as.removing)
    const at = stored.findIndex(({ id }) => id === path.split('/').at(-1))
    return at < 0 ? { status: 404, json: {} } : { status: 200, json: stored.splice(at, 1) }
  }
  const { run } = JSON.parse(new URLSearchParams(query).get('q') ?? '{}') as Stored
  const visible = stored.filter((one) => by === 'service' || one['by'] === by)
  const found = as.ignoresQuery === true ? visible : visible.filter((one) => one['run'] === run)
  return { status: 200, json: as.listsNothing === true ? [] : found.slice(0, as.limit ?? 200) }
}

function failing(way: number | string): { status: number; json: unknown } {
  if (typeof way === 'number') return { status: way, json: {} }
  throw Object.assign(new Error(way), { code: way, name: way })
}

function bearer({ headers }: Asked): string {
  return (headers?.['authorization'] ?? '').replace('Bearer ', '')
}

function removed(asked: readonly Asked[]): string[] {
  return asked.filter(({ method }) => method === 'DELETE').map(bearer)
}
