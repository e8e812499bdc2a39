import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { FixtureFunction } from '../model/fixture-app.ts'

/** The functions of the fixture app, in the order of the list; `fixtures` is `suites/app`. */
export function fixtureFunctions(fixtures: string): readonly FixtureFunction[] {
  const file = join(fixtures, 'functions.yaml')
  const { called, plain, odd, samples, guest, asking, secrets } = grammar.parse(parse(readFileSync(file, 'utf8')))
  return [
    ...called.map((name) => functionOf({ name, kind: 'called' })),
    ...plain.map((name) => functionOf({ name, kind: 'plain' })),
    ...odd.map((one) => functionOf({ ...one, kind: 'odd' })),
    ...samples.map(({ name, ...sample }) => functionOf({ name, kind: 'sample', sample })),
    functionOf({ name: guest, kind: 'guest' }),
    functionOf({ name: asking, kind: 'asking' }),
    functionOf({ name: secrets, kind: 'secrets' }),
  ]
}

function functionOf({ name, ...rest }: Pick<FixtureFunction, 'name' | 'kind'> & Listed): FixtureFunction {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined)
  return { name, folder: name, entry: 'entry.ts', ...Object.fromEntries(given) } as FixtureFunction
}

type Listed = { readonly [key in 'folder' | 'entry' | 'shape' | 'sample']?: FixtureFunction[key] | undefined }

const name = z.string().min(1)
const sample = z.strictObject({ name, document: name, section: name, uncalled: name.optional() })
const grammar = z.strictObject({
  called: z.array(name),
  plain: z.array(name),
  odd: z.array(
    z.strictObject({ name, shape: name, folder: name.optional(), entry: z.enum(['entry.ts', 'entry.js']).optional() }),
  ),
  samples: z.array(sample.transform(({ uncalled, ...rest }) => ({ ...rest, ...(uncalled && { uncalled }) }))),
  guest: name,
  asking: name,
  secrets: name,
})
