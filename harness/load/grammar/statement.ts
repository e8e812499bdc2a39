import { z } from 'zod'
import { judges } from '../../model/statement.ts'
import { closed, line, prose } from './words.ts'

/** A file of `contracts/statements`: a document, sentence by sentence. */
export function statementsGrammar(): z.ZodType {
  return z.array(
    closed({
      id: z.string().regex(/^[A-Z]{2,8}-\d{2,3}$/, 'an id such as FM-03'),
      title: line(),
      document: line(),
      section: line(),
      quote: prose(),
      statement: prose(),
      judges: z.enum(judges),
      how: line(),
      excluded: exclusionGrammar().optional(),
      waits: prose().optional(),
    }),
    'a list of statements',
  )
}

function exclusionGrammar(): z.ZodType {
  return closed({
    because: z.enum(['guidance', 'hosted-only', 'out-of-reach']),
    reason: prose(),
    observation: prose().optional(),
  })
}
