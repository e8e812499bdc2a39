import { expect, test } from 'vitest'
import { callsOf } from './fixtures/call.ts'
import { emulated } from './fixtures/emulated.ts'
import { stateHeader } from './from-a-function.ts'

const note = { name: 'Note', properties: {}, rls: { read: { created_by: '{{user.email}}' } } }
const schemas = [note, { name: 'User', properties: {} }]

test.each([
  ['a function', 'the-state', 200],
  ['whoever guesses', 'another-state', undefined],
  ['anybody else', undefined, undefined],
])('%s that asks for nobody, for nothing and for what may not be read is told so', async (_, state, empty) => {
  const call = callsOf({ ...emulated({ schemas }), functionState: 'the-state' })
  const headers = state === undefined ? {} : { [stateHeader]: state }
  const [me, none, users] = [
    await call('GET /User/me', { headers }),
    await call('GET /Note/none', { headers }),
    await call('GET /User/somebody', { headers }),
  ]
  expect([me.status, none.status]).toEqual(empty === undefined ? [401, 404] : [empty, empty])
  if (empty !== undefined) expect([me.body, none.body]).toEqual([null, null])
  // Users are nobody's to look through, wherever one asks from.
  expect(users.status).toBe(401)
})

test('an app that tells its functions no state takes nobody for one', async () => {
  const call = callsOf(emulated({ schemas }))
  expect((await call('GET /User/me', { headers: { [stateHeader]: '' } })).status).toBe(401)
  expect((await call('GET /Note/none', { headers: { [stateHeader]: 'undefined' } })).status).toBe(404)
})
