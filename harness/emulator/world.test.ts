import { expect, test } from 'vitest'
import type { Given, Reply } from '../model/world.ts'
import type { Bindings } from '../model/value.ts'
import type { Received, RecordedRequest } from '../model/exchange.ts'
import { answerFrom } from './answer.ts'
import { createTurns } from './turns.ts'
import { createWorld, type Handled, type World } from './world.ts'

const roots = { invoke: '/api/apps/{appId}/functions', fetch: '/api/functions' }

function world(functions: Given['functions'], bindings: Bindings = {}): World {
  return createWorld({ given: { clients: {}, users: {}, entities: {}, secrets: {}, functions }, bindings, roots })
}

function request(target: string): RecordedRequest {
  return { method: 'POST', origin: '', target, headers: [], body: new Uint8Array(0) }
}

/** Functions answer in the same turn. */
function handled(world: World, target: string): Handled {
  return world.handle(request(target), 'app') as Handled
}

function text(reply: Reply, bindings: Bindings = {}): string {
  return Buffer.from(answerFrom(reply, bindings).body).toString()
}

test('the function with the longest name that fits is called, with what follows as its path', () => {
  const deployed = world({ orders: [{}], 'orders/process': [{}] })
  const received = (target: string): Received | undefined => handled(deployed, target).received
  expect(received('/api/apps/app/functions/orders')).toEqual({ function: 'orders', subPath: [] })
  expect(received('/api/functions/orders/process/a%2Fb/c?q=1')).toEqual({
    function: 'orders/process',
    subPath: ['a/b', 'c'],
  })
  expect(received('/api/functions/orders/processing')).toEqual({ function: 'orders', subPath: ['processing'] })
})

test('what is not deployed or belongs to another app is a 404 that no function received; else the emulator answers', async () => {
  const deployed = world({ f: [{ json: 'ok' }] })
  for (const [target, status] of [
    ['/api/functions/g', 404],
    ['/api/functions/f%2Fx', 404],
    ['/api/apps/other/functions/f', 404],
    ['/api/functions', 404],
    ['/', 501],
  ] as const) {
    const { answer, received } = await deployed.handle(request(target), 'app')
    expect([target, answer.status, received]).toEqual([target, status, undefined])
  }
})

test('the nth call gets the nth reply, the last repeats; names are filled in', () => {
  const deployed = world({ '${name}': [{ json: '${a}' }, { status: 201 }] }, { name: 'f', a: { n: 1 } })
  const call = (): (number | string)[] => {
    const { answer } = handled(deployed, '/api/functions/f')
    return [answer.status, Buffer.from(answer.body).toString()]
  }
  expect([call(), call(), call()]).toEqual([[200, '{"n":1}'], [201, ''], [201, '']]) // prettier-ignore
  expect(() => createTurns([]).next()).toThrow('at least one reply')
})

test('where a step answers itself, it is still known which function was addressed', () => {
  const deployed = world({ f: [{}] })
  expect(deployed.locate(request('/api/functions/f/x'), 'app')).toEqual({ function: 'f', subPath: ['x'] })
  expect(deployed.locate(request('/api/functions/unknown/x'), 'app')).toEqual({ function: 'unknown/x', subPath: [] })
  expect(deployed.locate(request('/elsewhere'), 'app')).toBeUndefined()
})

test('a body brings its type, unless the reply names one', () => {
  expect(answerFrom({ json: 1 }, {}).headers).toEqual([['content-type', 'application/json']])
  expect(answerFrom({ text: 'a', headers: { 'Content-Type': 'x/y', 'set-cookie': ['a', 'b'] } }, {}).headers).toEqual([
    ['Content-Type', 'x/y'],
    ['set-cookie', 'a'],
    ['set-cookie', 'b'],
  ])
  expect(answerFrom({ status: 204 }, {})).toEqual({ status: 204, headers: [], body: new Uint8Array(0) })
  expect(text({ json: { a: { $value: 'NaN' }, $$b: '${x}' } }, { x: 'y' })).toBe('{"a":null,"$b":"y"}')
  expect(text({ bytes: { $bytes: 'aGk=' } })).toBe('hi')
  expect(answerFrom({ chunks: ['a', { $bytes: 'AA==' }] }, {}).chunks).toEqual([Buffer.from('a'), Uint8Array.of(0)].map((one) => new Uint8Array(one))) // prettier-ignore
})

test('a function that throws is a 500, given by the world or by the step', () => {
  expect(handled(world({ f: [{ fault: 'throws' }] }), '/api/functions/f').answer.status).toBe(500)
  expect(answerFrom({ fault: 'throws' }, {})).toMatchObject({ status: 500 })
  expect(answerFrom({ fault: 'reset' }, {})).toMatchObject({ fault: 'reset' })
})

test('the names of seeded entities are filled in, and lists of two entities are apart', async () => {
  const given = { clients: {}, users: { a: {} }, secrets: {}, functions: {} }
  const entities = { 'A${name}': { a: [{ n: 1 }, { n: '${name}' }] }, B: { a: [{ n: 3 }] } }
  const { handle } = createWorld({ given: { ...given, entities }, bindings: { name: 'Tâche' }, roots })
  const list = async (target: string): Promise<unknown> => {
    const { answer } = await handle({ ...request(target), method: 'GET' }, 'app')
    return JSON.parse(Buffer.from(answer.body).toString())
  }
  expect(await list('/api/apps/app/entities/AT%C3%A2che')).toMatchObject([{ n: 1 }, { n: 'Tâche' }])
  expect(await list('/api/apps/app/entities/AT%C3%A2che/AT%C3%A2che-2')).toMatchObject({ n: 'Tâche' })
  expect(await list('/api/apps/app/entities/B')).toMatchObject([{ n: 3 }])
  expect(await list('/api/apps/app/entities/C')).toEqual([])
})
