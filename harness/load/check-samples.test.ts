import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { checkSamples } from './check-samples.ts'
import { fixtureFunctions } from './fixture-functions.ts'

// Documents made of the samples themselves, so that each way of differing is one change; the real documents are
// compared in CI, by `check --documents`.

const folder = mkdtempSync(join(tmpdir(), 'samples-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const fixtures = join(folder, 'app')
cpSync(fileURLToPath(new URL('../../suites/app', import.meta.url)), fixtures, { recursive: true })

const samples = fixtureFunctions(fixtures).filter(({ kind }) => kind === 'sample')

function documents(change: (text: string) => string = (text) => text): string {
  const texts: Record<string, string> = {}
  for (const { name, sample } of samples) {
    const code = readFileSync(join(fixtures, 'base44/functions', name, 'entry.ts'), 'utf8')
    const { document, section } = sample as { document: string; section: string }
    texts[document] = `${texts[document] ?? '# title\n'}\n${section}\n\nIn words.\n${code}`
  }
  const place = mkdtempSync(join(folder, 'documents-'))
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(place, name), change(text))
  return place
}

test('samples that stand in their documents are fine, whatever the line ends', async () => {
  expect(await checkSamples({ documents: documents(), fixtures })).toEqual([])
  const windows = documents((text) => text.replaceAll('\n', '\r\n'))
  expect(await checkSamples({ documents: windows, fixtures })).toEqual([])
})

test.each<[string, (text: string) => string, string]>([
  ['a character less', (text) => text.replace('orderId);', 'orderId)'), 'code that does not stand there'],
  ['white space less', (text) => text.replaceAll('\n  \n', '\n\n'), 'code that does not stand there'],
  [
    'in another section',
    (text) => `${text}\nError Handling\n`.replace('\nError Handling\n', '\n'),
    'code that does not',
  ],
  ['no such section', (text) => text.replace('\nError Handling\n', '\nErrors\n'), 'the section `Error Handling`'],
])('%s is found', async (_, change, seen) => {
  const problems = await checkSamples({ documents: documents(change), fixtures })
  expect(problems.map((problem) => problem.seen)).toContainEqual(expect.stringContaining(seen))
  expect(problems[0]?.place.file).toMatch(/^suites\/app\/base44\/functions\/[a-z-]+\/entry\.ts$/)
})

test('a document that is not there is said for each of its samples', async () => {
  const problems = await checkSamples({ documents: folder, fixtures })
  expect(problems).toHaveLength(samples.length)
  expect(problems[0]?.seen).toBe('the document `functions-module.md`, which is not there')
})
