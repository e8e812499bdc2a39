import { expect, test } from 'vitest'
import type { Step } from '../model/contract.ts'
import { NotExpressible } from './not-expressible.ts'
import { sdkStepsOf } from './sdk-step.ts'

const base = { place: { file: '', line: 0, column: 0 }, expect: {} }
const call = { kind: 'call', path: 'auth.me', with: [], ...base } as const
const inside = {
  kind: 'inside',
  function: 'guest',
  by: 'http',
  action: 'call',
  path: 'auth.me',
  with: [],
  ...base,
} as const

test.each<[what: string, step: Step, steps: readonly Step[]]>([
  ['a call', call, [call]],
  ['calls that are made together', { kind: 'together', steps: [call, call], ...base }, [call, call]],
])('%s can be shown with the SDK', (_, step, steps) => {
  expect(sdkStepsOf(step)).toEqual(steps)
})

test.each<[what: string, step: Step]>([
  ['a raw request', { kind: 'http', request: { path: '/' }, ...base }],
  ['a step inside a function', inside],
])('%s cannot: the script would have to be the backend', (_, step) => {
  expect(() => sdkStepsOf(step)).toThrow(NotExpressible)
})
