import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../model/problem.ts'
import type { Statement } from '../model/statement.ts'

/**
 * Proves that every quote stands in its document, word for word, mark for mark and in the same case. Only the amount
 * of white space is set aside: each run of spaces, tabs and line ends (and either end) counts as one space. Where one
 * has white space and the other has none, they differ.
 */
export async function checkQuotes({
  documents,
  statements,
}: {
  /** Folder of the documents. */
  documents: string
  statements: readonly Statement[]
}): Promise<readonly Problem[]> {
  const names = [...new Set(statements.map(({ document }) => document))]
  const texts = new Map(
    await Promise.all(names.map(async (name) => [name, await readDocument(documents, name)] as const)),
  )
  return statements.flatMap((statement) => {
    const text = texts.get(statement.document)
    if (text === undefined)
      return [problemWith(statement, `the document \`${statement.document}\`, which is not there`)]
    if (text.includes(evenSpace(statement.quote))) return []
    return [problemWith(statement, `a quote that is not in ${statement.document}: \`${statement.quote}\``)]
  })
}

async function readDocument(folder: string, name: string): Promise<string | undefined> {
  try {
    return evenSpace(await readFile(join(folder, name), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function evenSpace(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function problemWith({ id, place }: Statement, seen: string): Problem {
  return { place, doing: `checking the quote of ${id}`, seen, wanted: 'the words as they stand in the document' }
}
