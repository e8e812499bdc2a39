import { z } from 'zod'
import { closed, line, name } from './words.ts'

/** `contracts/wire.yaml`: addresses and header names that no document states. */
export function wireGrammar(): z.ZodType {
  return z.array(
    closed({ name: name(), kind: z.enum(['path', 'header', 'scheme', 'origin']), value: line(), seen: line() }),
    'a list of { name, kind, value, seen }',
  )
}
