import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Encoded } from '../../model/value.ts'
import { generators } from '../../generators/index.ts'
import { decode, type Hooks } from './decode.ts'
import { encode } from './encode.ts'
import { createLiveValues } from './live.ts'

const never = (): never => {
  throw new Error('no value of this test needs it')
}

function hooks(): Hooks {
  return { live: createLiveValues(), callback: never, signal: never, fixture: never }
}

async function roundTrip(value: Encoded): Promise<Encoded> {
  return encode(decode(value, hooks()), createLiveValues())
}

/** What is passed; what must arrive in a form is expected, never held live. */
function passed(name: string, value: Encoded): Encoded {
  return name === 'file-parameters' ? (value as { data: Encoded }).data : value
}

test.each(Object.keys(generators))('what %s draws is the same after it was live', async (name) => {
  const { arbitrary } = generators[name] as (typeof generators)[string]
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      const written = passed(name, value)
      expect(await roundTrip(written)).toEqual(written)
    }),
    { seed: 1, numRuns: 100 },
  )
})

test('the live values are what a caller would hold', async () => {
  const live = decode(
    {
      file: { $file: { name: 'a.txt', type: 'text/plain', text: 'hi' } },
      blob: { $blob: { bytes: 'aGk=' } },
      date: { $date: '2020-01-01' },
      bytes: { $bytes: 'aGk=' },
      gone: { $value: 'undefined' },
      $$gt: { $value: '-0' },
    },
    hooks(),
  ) as Record<string, unknown>
  expect(live['file']).toBeInstanceOf(File)
  expect(await (live['file'] as File).text()).toBe('hi')
  expect(live['blob']).toBeInstanceOf(Blob)
  expect(live['date']).toEqual(new Date('2020-01-01'))
  expect(live['bytes']).toEqual(new TextEncoder().encode('hi'))
  expect(Object.hasOwn(live, 'gone')).toBe(true)
  expect(Object.is(live['$gt'], -0)).toBe(true)
})

test('a FormData has each field as often as it is listed', () => {
  const form = decode({ $form: { a: ['1', '2'], $$b: 'c' } }, hooks()) as FormData
  expect([...form]).toEqual([
    ['a', '1'],
    ['a', '2'],
    ['$b', 'c'],
  ])
})

test('what an SDK does to the bytes it gets does not reach the draw', () => {
  const drawn = Uint8Array.of(1, 2, 3)
  const live = decode({ $bytes: drawn }, hooks()) as Uint8Array
  live.fill(0)
  expect(drawn).toEqual(Uint8Array.of(1, 2, 3))
})
