import { resolve } from 'node:path'
import type { Corpus } from '../../model/corpus.ts'
import type { Problem } from '../../model/problem.ts'
import type { Proof } from '../../model/proof.ts'
import { checkQuotes } from '../../load/check-quotes.ts'
import { checkSamples } from '../../load/check-samples.ts'
import { describeProblem } from '../../load/describe-problem.ts'
import { coverageOf } from '../coverage.ts'
import { coveragePage } from '../coverage-page.ts'
import type { Console } from '../console.ts'
import { readCorpus } from '../corpus.ts'
import { expiry } from '../deviations/expiry.ts'
import type { Home } from '../home.ts'
import { lookAtTeeth } from '../../prove.ts'
import { provingOptions } from '../proving-options.ts'
import { proofsOf } from './prove.ts'

export interface CheckRequest {
  readonly documents?: string
  readonly static?: boolean
  readonly json?: boolean
}

/** Validates everything that is written as data, then says which statements are covered, and by what. */
export async function checkCommand({
  request,
  console,
  home,
}: {
  request: CheckRequest
  console: Console
  home: Home
}): Promise<number> {
  const { stdout, stderr } = console
  const { corpus, problems } = await readCorpus(home)
  const misquoted =
    request.documents === undefined
      ? []
      : await misquotes({ documents: resolve(console.cwd, request.documents), corpus, home })
  const wrong = [...problems, ...misquoted]
  if (wrong.length > 0) {
    stderr.write(
      `${wrong.map(describeProblem).join('\n')}\n${wrong.length} ${wrong.length === 1 ? 'mistake' : 'mistakes'}\n`,
    )
    return 2
  }
  const proofs = request.static === true ? undefined : await prove(console, home)
  const coverage = coverageOf(corpus, proofs)
  stdout.write(
    request.json === true
      ? `${JSON.stringify(coverage, null, 2)}\n`
      : coveragePage({ corpus, coverage, request, colour: stdout.colour }),
  )
  const missed = (proofs ?? []).filter(({ result }) => result !== 'caught')
  for (const { contract, fault, result } of missed) stderr.write(`✗ ${contract}: ${fault} ${result}\n`)
  const toothless =
    request.static === true ? [] : await lookAtTeeth(await provingOptions({ request: { seed: 1 }, console, home }))
  for (const { contract, step, expectation, path } of toothless) {
    const place = [expectation, ...path].join('.')
    stderr.write(`✗ ${contract}: step ${step + 1} says ${place}, and holds whatever is seen there\n`)
  }
  const { expired, soon } = expiry(corpus.deviations, new Date())
  for (const line of [...expired, ...soon]) stderr.write(`${line}\n`)
  if (missed.length + toothless.length > 0) return 1
  return expired.length > 0 ? 3 : 0
}

/** Who has statements of their own has their own documents; ours are compared where they are written. */
async function misquotes({
  documents,
  corpus: { statements },
  home: { project, fixtures },
}: {
  documents: string
  corpus: Corpus
  home: Home
}): Promise<readonly Problem[]> {
  const folders = project?.added.contracts ?? []
  const own = statements.filter(({ place }) => folders.some(({ as }) => place.file.startsWith(`${as}/`)))
  if (own.length > 0) return checkQuotes({ documents, statements: own })
  return [...(await checkQuotes({ documents, statements })), ...(await checkSamples({ documents, fixtures }))]
}

async function prove(console: Console, home: Home): Promise<Proof[]> {
  return Array.fromAsync(proofsOf({ request: { seed: 1 }, console, home }))
}
