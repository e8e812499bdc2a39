import { expect, test } from 'vitest'
import type { Step } from '../model/contract.ts'
import { hearsOfSockets } from './hears-of-sockets.ts'

const place = { file: 'x', line: 1, column: 1 }
const call = (step: object): Step => ({ kind: 'call', path: 'x', with: [], place, expect: {}, ...step }) as Step

test.each([
  ['nothing', call({}), { frames: false, any: false }],
  ['requests', call({ expect: { sends: [{ method: 'GET' }] } }), { frames: false, any: false }],
  ['a frame', call({ expect: { sends: { socket: 'close' } } }), { frames: true, any: true }],
  ['one in a list', call({ expect: { sends: [{ method: 'GET' }, { socket: 'close' }] } }), { frames: true, any: true }],
  ['one among others', call({ expect: { sends: { $includes: [{ socket: 'close' }] } } }), { frames: true, any: true }],
  ['a callback', call({ with: [{ $callback: 'heard' }] }), { frames: false, any: true }],
  ['one inside', call({ with: [{ on: { $callback: { name: 'heard' } } }] }), { frames: false, any: true }],
  ['arguments that are drawn', call({ with: '${args}' }), { frames: false, any: false }],
])('%s', (_, step, expected) => expect(hearsOfSockets({ steps: [step] })).toEqual(expected))
