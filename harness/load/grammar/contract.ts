import { z } from 'zod'
import { givenGrammar } from './given.ts'
import type { KnownNames, Leaves } from './leaves.ts'
import { closed, line, named, prose } from './words.ts'

const levels = ['must', 'should', 'may'] as const

/** A contract from top to bottom: the one description behind the loader and the schema for editors. */
export function contractGrammar({ names, leaves }: { names: KnownNames; leaves: Leaves }): z.ZodType {
  return closed({
    title: line().describe('The promise, in one sentence.'),
    cites: citesGrammar(names).describe('The statements that it checks, three at most; `[]` needs `observed`.'),
    observed: prose().optional().describe('It asserts more than the documents say: why that is known.'),
    disputed: prose().optional().describe('The documents disagree: how.'),
    level: z.enum(levels).describe('`must` is red, `should` amber (red with --strict), `may` is noted.'),
    only: onlyGrammar().optional().describe('Where it applies; left out: everywhere.'),
    examples: named(rowGrammar({ names, leaves }))
      .optional()
      .describe('Named rows; each is a case of its own, with its own verdict.'),
    forAll: named(drawGrammar({ names, leaves })).optional().describe('Drawn names: name → generator.'),
    given: givenGrammar(leaves).optional().describe('The world that it needs.'),
    steps: z
      .array(leaves.step, 'a list of steps')
      .min(1, 'at least one step')
      .optional()
      .describe('What happens, and what must be seen.'),
    model: anyOf(names.models, names.titles)
      .optional()
      .describe(
        'Instead of `steps`: a model in suites/models, which makes steps of a history of commands, draw by draw.',
      ),
    falsifiedBy: falsifiedByGrammar(names).describe('Planted faults that must break it, for each cited statement.'),
  })
}

function citesGrammar({ statements, titles }: KnownNames): z.ZodType {
  return z.array(anyOf(statements, titles), 'a list of statement ids').max(3, 'three statements at most')
}

/** Where a contract or a row applies. */
function onlyGrammar(): z.ZodType {
  return closed({
    sdk: z.string('a range of versions').optional().describe('Versions of the SDK: `>=0.8.4`.'),
    backend: z.string('a range of versions').optional().describe('Versions of the backend.'),
    runtime: z.array(z.enum(['node', 'deno', 'bun', 'chromium']), 'a list of runtimes').optional(),
    claims: z.array(line(), 'a list of claims').optional().describe('Only subjects that claim this.'),
    because: prose().optional().describe('Why it ends: the quotation that says so.'),
  })
}

/** Names of the row's own choice, and two that are reserved. */
function rowGrammar({ names, leaves }: { names: KnownNames; leaves: Leaves }): z.ZodType {
  return z
    .object({
      cites: citesGrammar(names).optional().describe('Statements that this row checks besides.'),
      only: onlyGrammar().optional().describe('Where this row applies.'),
    })
    .catchall(leaves.value)
}

function drawGrammar({ names, leaves }: { names: KnownNames; leaves: Leaves }): z.ZodType {
  const oneOf = closed({
    '$one-of': z.array(leaves.value).min(1, 'at least one value').describe('Draws one of these.'),
  })
  return z.union([anyOf(names.generators, names.titles), oneOf], { error: 'a generator, or { $one-of: […] }' })
}

function falsifiedByGrammar({ faults, statements, titles }: KnownNames): z.ZodType {
  const ids = z.array(anyOf(faults, titles), 'a list of fault ids').min(1, 'at least one fault')
  const byStatement = z.partialRecord(anyOf(statements), ids)
  return z.union([ids, byStatement], { error: 'a list of fault ids, or { statement: [fault ids] }' })
}

function anyOf(known: readonly string[] | undefined, titles: KnownNames['titles'] = {}): z.ZodType<string, string> {
  if (known === undefined) return z.string('text')
  const names = z.enum(known as [string, ...string[]])
  const described = known.some((name) => titles[name] !== undefined)
  return described ? names.meta({ enumDescriptions: known.map((name) => titles[name] ?? '') }) : names
}
