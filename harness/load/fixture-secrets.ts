import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

/** What the fixture app is given besides its key and the address of the desk; `fixtures` is `suites/app`. */
export function fixtureSecrets(fixtures: string): Readonly<Record<string, string>> {
  return grammar.parse(parse(readFileSync(join(fixtures, 'secrets.yaml'), 'utf8')))
}

/** The function that tells them tells no others. */
const grammar = z.record(z.string().regex(/^FIXTURE_[A-Z_]+$/), z.string().min(1))
