import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Statement } from '../model/statement.ts'
import { checkQuotes } from './check-quotes.ts'
import { describeProblem } from './describe-problem.ts'

let documents: string
beforeAll(async () => {
  documents = await mkdtemp(join(tmpdir(), 'documents-'))
  await writeFile(join(documents, 'a.md'), 'base44.agents        // AI\n  conversations\nUse functionsdeploy or not.\n')
})
afterAll(() => rm(documents, { recursive: true }))

function statement(quote: string, document = 'a.md'): Statement {
  const place = { file: 'contracts/statements/a.yaml', line: 3, column: 3 }
  const words = { title: 't', section: 's', statement: 's', how: 'example' }
  return { id: 'AA-01', ...words, document, quote, judges: 'sdk', place }
}

test.each(['base44.agents // AI conversations', ' agents // AI\nconversations', 'functionsdeploy'])(
  '%j stands there',
  async (quote) => {
    expect(await checkQuotes({ documents, statements: [statement(quote)] })).toEqual([])
  },
)

test.each([
  'base44.agents // AI conversation.',
  'base44.Agents',
  'functions deploy',
  'AIconversations',
  'deploy, or not',
])('%j does not', async (quote) => {
  const problems = await checkQuotes({ documents, statements: [statement(quote)] })
  expect(problems.map(describeProblem)).toEqual([
    `contracts/statements/a.yaml:3:3  checking the quote of AA-01: seen a quote that is not in a.md: \`${quote}\`; wanted the words as they stand in the document`,
  ])
})

test('a document that is not there is told', async () => {
  const problems = await checkQuotes({ documents, statements: [statement('x', 'b.md')] })
  expect(problems).toMatchObject([{ seen: 'the document `b.md`, which is not there' }])
})
