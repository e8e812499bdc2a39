import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentSample, FixtureFunction } from '../model/fixture-app.ts'
import type { Problem } from '../model/problem.ts'
import { fixtureFunctions } from './fixture-functions.ts'

/**
 * Proves that every sample of the fixture app stands in its document, below its section, character for character: what
 * is deployed is what the document shows, its spaces included.
 */
export async function checkSamples({
  documents,
  fixtures,
}: {
  /** Folder of the documents. */
  documents: string
  fixtures: string
}): Promise<readonly Problem[]> {
  const samples = fixtureFunctions(fixtures).filter(({ kind }) => kind === 'sample')
  const problems = await Promise.all(samples.map((one) => checkSample(one, { documents, fixtures })))
  return problems.flat()
}

async function checkSample(
  { name, folder, entry, sample }: FixtureFunction,
  { documents, fixtures }: { documents: string; fixtures: string },
): Promise<Problem[]> {
  const path = `base44/functions/${folder}/${entry}`
  const { document, section } = sample as DocumentSample
  const problem = (seen: string): Problem[] => [
    {
      place: { file: `suites/app/${path}`, line: 1, column: 1 },
      doing: `checking the sample ${name}`,
      seen,
      wanted: `the code as it stands below "${section}" in ${document}`,
    },
  ]
  const text = await textIn(join(documents, document))
  if (text === undefined) return problem(`the document \`${document}\`, which is not there`)
  const heading = text.indexOf(`\n${section}\n`)
  if (heading === -1) return problem(`the section \`${section}\`, which is not in ${document}`)
  const code = await readFile(join(fixtures, path), 'utf8')
  return text.includes(`\n${code}`, heading) ? [] : problem('code that does not stand there')
}

async function textIn(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replaceAll('\r\n', '\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
