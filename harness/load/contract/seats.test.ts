import { expect, test } from 'vitest'
import { loaded, messagesOf } from '../fixtures/sound-contract.ts'

// What only a backend can be asked, and what only an SDK shows; most contracts say neither.

function contract(given: string, steps: readonly string[], more = ''): string {
  const list = steps.map((step) => `  - ${step}`).join('\n')
  return `title: something holds
cites: [FM-01]
level: must
${more}given: ${given}
steps:
${list}
falsifiedBy: [sdk/never-sends]
`
}

const world = '{ users: { alice: {} }, clients: { alice: { user: alice, service: true }, other: {} } }'
const call = '{ call: functions.invoke, on: alice, with: [f], resolves: { $is: object } }'
const http = "{ http: { path: '${wire.invoke}/f' }, resolves: { $response: { status: 200 } } }"
const inside = `inside: { function: guest, by: alice }
    steps: [{ call: auth.me, resolves: { $keep: me } }, { read: appId, returns: { $is: string } }]`
const faulty = (fault: string): string => `{ functions: { f: { fault: ${fault} } } }`
const rows = 'examples: { hangs: { what: hangs }, other: { what: FAULT } }\n'

test.each<[what: string, text: string, seats: string]>([
  ['a call', contract(world, [call]), 'sdk backend'],
  ['a client with a service token', contract(world, [call]), 'sdk backend'],
  ['`sends`', contract(world, [call.replace('resolves', 'sends: [], resolves')]), 'sdk'],
  ['`answers`', contract(world, [call.replace('resolves', 'answers: { text: x }, resolves')]), 'sdk'],
  ['`read`', contract(world, ['{ read: auth, on: other, returns: { $is: object } }']), 'sdk'],
  ['`config`', contract(world.replace('{ user: alice', '{ config: { a: 1 }, user: alice'), [call]), 'sdk'],
  ['a function that hangs', contract(faulty('hangs'), ['{ call: f }']), 'sdk backend'],
  ['a function that throws', contract(faulty('throws'), ['{ call: f }']), 'sdk backend'],
  ['a reply that breaks off', contract(faulty('reset-mid-body'), ['{ call: f }']), 'sdk backend'],
  ['a reply that is reset', contract(faulty('reset'), ['{ call: f }']), 'sdk'],
  [
    'the second reply is no HTTP',
    contract('{ functions: { f: [{ json: 1 }, { fault: not-http }] } }', ['{ call: f }']),
    'sdk',
  ],
  [
    'rows without a network failure',
    contract(faulty("'${what}'"), ['{ call: f }'], rows.replace('FAULT', 'throws')),
    'sdk backend',
  ],
  [
    'a row with a network failure',
    contract(faulty("'${what}'"), ['{ call: f }'], rows.replace('FAULT', 'reset')),
    'sdk',
  ],
  [
    'a draw with a network failure',
    contract(faulty("'${x.y}'"), ['{ call: f }'], 'forAll: { x: { $one-of: [{ y: reset }] } }\n'),
    'sdk',
  ],
  ['`http`', contract(world, [http]), 'backend'],
  ['`http` in `together`', contract(world, [`{ together: [${http}, ${http}] }`]), 'backend'],
  ['`inside`', contract(world, [inside]), 'backend'],
])('%s', (_, text, seats) => {
  expect(loaded(text).seats.join(' ')).toBe(seats)
})

test('steps inside a function are steps of their own, in the order in which they are written', () => {
  const { steps } = loaded(contract(world, [call, inside, http]))
  expect(steps).toMatchObject([
    { kind: 'call' },
    { kind: 'inside', function: 'guest', by: 'alice', action: 'call', path: 'auth.me', with: [], place: { line: 8 } },
    { kind: 'inside', action: 'read', path: 'appId', expect: { returns: { $is: 'string' } } },
    { kind: 'http', request: { path: '${wire.invoke}/f' } },
  ])
})

test.each<[what: string, text: string, message: string]>([
  [
    'a range of backends that is none',
    contract(world, [call], "only: { backend: 'newest' }\n"),
    'seen `newest`; wanted a range of versions',
  ],
  [
    'a range of backends that ends without a reason',
    contract(world, [call], "only: { backend: '<2' }\n"),
    '`<2`, a range that ends; wanted `because`',
  ],
  [
    'both kinds of marks',
    contract(world, [call.replace('resolves', 'sends: [], resolves'), http]),
    '`sends`, which judges SDKs only, in a contract whose `http` judges backends only; wanted one of the two',
  ],
  [
    '`config` beside `inside`',
    contract(world.replace('{ user:', '{ config: {}, user:'), [inside]),
    '`config`, which judges SDKs only',
  ],
  [
    'a caller that is none',
    contract(world, [inside.replace('by: alice', 'by: alcie')]),
    'seen `alcie`, which is no client; wanted did you mean `alice`?',
  ],
  [
    '`on` inside',
    contract(world, [inside.replace('read: appId', 'read: appId, on: alice')]),
    'step 1.2 of x: seen the unknown key `on`',
  ],
  [
    'an action that a function does not do',
    contract(world, [inside.replace('read:', 'construct:')]),
    'step 1.2 of x: seen a step without an action; wanted one of call, read',
  ],
  [
    'nothing inside',
    contract(world, ['inside: { function: guest, by: http }\n    steps: []']),
    'wanted at least one step',
  ],
  [
    'a file that goes in',
    contract(world, [inside.replace('auth.me', 'auth.me, with: [{ a: { $file: { name: a, text: b } } }]')]),
    '`$file` inside a function; wanted plain JSON',
  ],
  [
    'a failure inside without its control there',
    contract(world, [
      '{ on: alice, call: auth.me, resolves: { $is: object } }',
      inside.replace('resolves: { $keep: me }', 'rejects: { $error: { status: 403 } }'),
    ]),
    'seen a step that expects `rejects`; wanted a control: another step with `call: auth.me` inside `guest` that succeeds',
  ],
  [
    'an address of nobody',
    contract(world, [http.replace('}, resolves', '}, on: bob, resolves')]),
    '`bob`, which is no client',
  ],
  [
    'a path that a request line cannot hold',
    contract(world, [http.replace("/f'", "/ä'")]),
    'wanted a path as it goes into the request line',
  ],
  ['a request without a path', contract(world, ['{ http: { method: GET } }']), 'seen no `path`'],
  [
    'two bodies',
    contract(world, [http.replace("/f'", "/f', json: 1, text: a")]),
    'wanted at most one of json, text, form, bytes',
  ],
  [
    'an address that wire.yaml does not name',
    contract(world, [http.replace('path:', 'at: invoek, path:')]),
    'step 1 of x: seen `invoek`, which contracts/wire.yaml does not name; wanted did you mean `invoke`?',
  ],
  [
    'a row with an address that wire.yaml does not name',
    contract(
      world,
      [http.replace('path:', "at: '${root}', path:")],
      'examples: { a: { root: invoke }, b: { root: invoek } }\n',
    ),
    'seen `invoek`, which contracts/wire.yaml does not name',
  ],
  [
    'a caller that hangs up at no event',
    contract(world, [http.replace('path:', 'signal: soon, path:')]),
    'seen `"soon"`; wanted `{ $signal: … }`',
  ],
  [
    'a signal that waits for others where there are none',
    contract(world, [http.replace('path:', 'signal: { $signal: when-others-end }, path:')]),
    '`when-others-end` in a step that runs alone',
  ],
  [
    'a name that nothing is bound to',
    contract(world, [http.replace('wire.invoke', 'wire.invoek')]),
    'did you mean `wire.invoke`?',
  ],
  [
    'the service token of a client that holds none',
    contract(world, [
      http.replace('status: 200', "without: ['${clients.other.serviceToken}', '${clients.alice.serviceToken}']"),
    ]),
    '`${clients.other.serviceToken}`, which has no such member',
  ],
  [
    'a user that holds no service token',
    contract(world.replace('service: true', 'service: maybe'), [call]),
    '`"maybe"`; wanted one of true',
  ],
  [
    'a request that is expected of a raw request',
    contract(world, [http.replace('resolves', 'sends: [], resolves')]),
    'the unknown key `sends`',
  ],
])('%s', (_, text, message) => {
  const messages = messagesOf(text)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toContain(message)
})

test('where a backend is judged, its functions are those of the fixture app', () => {
  const deployed = ['f', 'guest', 'works']
  const said = (text: string): readonly string[] => messagesOf(text, { deployed })
  const named = (name: string): string => contract(`{ functions: { ${name}: { json: 1 } } }`, ['{ call: f }'])
  expect(said(named('f'))).toEqual([])
  expect(said(named('wroks'))).toEqual([
    expect.stringContaining('`wroks`, which is not in the fixture app; wanted did you mean `works`?'),
  ])
  expect(messagesOf(named('wroks'))).toEqual([])
  const rows = 'examples: { a: { n: f, m: g }, b: { n: guest, m: g } }\n'
  const ofRows = (name: string): string =>
    contract(`{ functions: { '${name}': { json: 1 } } }`, ['{ call: "${n}${m}" }'], rows)
  expect(said(ofRows('${n}'))).toEqual([])
  expect(said(ofRows('${n}/${m}'))).toEqual([expect.stringContaining('`f/g`, which is not in the fixture app')])
  const drawn = contract(
    "{ functions: { '${n}': { json: 1 } } }",
    ['{ call: f }'],
    'forAll: { n: { $one-of: [f, g] } }\n',
  )
  expect(said(drawn)).toEqual([expect.stringContaining('`g`')])
  expect(said(drawn.replace('{ $one-of: [f, g] }', 'text'))).toEqual([])
  expect(said(contract(world, [inside]).replace('guest', 'gast'))).toEqual([expect.stringContaining('`gast`')])
  expect(said(named('g').replace('call: f', 'call: f, sends: []'))).toEqual([expect.stringContaining('only absence')])
})

test('each seat that is judged has its fault, where there are faults of that seat', () => {
  const faults = ['sdk/never-sends', 'backend/loses-a-byte']
  expect(messagesOf(contract(world, [call]), { faults })).toEqual([
    expect.stringContaining(
      'no fault of a backend; wanted a `backend/…` fault besides: the contract judges sdk and backend',
    ),
  ])
  expect(messagesOf(contract(world, [http]), { faults })).toEqual([
    expect.stringContaining('no fault of a backend'),
    expect.stringContaining('`sdk/never-sends`; wanted faults of a backend: no other is judged'),
  ])
  expect(messagesOf(contract(world, [call.replace('resolves', 'sends: [], resolves')]), { faults })).toEqual([])
})
