import { resolve } from 'node:path'
import pc from 'picocolors'
import type { Corpus } from '../../model/corpus.ts'
import type { Proof } from '../../model/proof.ts'
import { judges } from '../../model/statement.ts'
import { checkQuotes } from '../../load/check-quotes.ts'
import { describeProblem } from '../../load/describe-problem.ts'
import { coverageOf, type Coverage } from '../coverage.ts'
import type { Console } from '../console.ts'
import { readCorpus } from '../corpus.ts'
import { expiry } from '../deviations/expiry.ts'
import type { Home } from '../home.ts'
import { lookAtTeeth } from '../../prove.ts'
import { proofsOf, provingOptions } from './prove.ts'

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
  const misquoted = await misquotes(request.documents, quotedBy(corpus, home), console.cwd)
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
      : render({ corpus, coverage, request, colour: stdout.colour }),
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

async function misquotes(
  documents: string | undefined,
  statements: Corpus['statements'],
  cwd: string,
): ReturnType<typeof checkQuotes> {
  return documents === undefined ? [] : checkQuotes({ documents: resolve(cwd, documents), statements })
}

/** Who has statements of their own has their own documents; ours are compared where they are written. */
function quotedBy({ statements }: Corpus, { project }: Home): Corpus['statements'] {
  const folders = project?.added.contracts ?? []
  const own = statements.filter(({ place }) => folders.some(({ as }) => place.file.startsWith(`${as}/`)))
  return own.length > 0 ? own : statements
}

async function prove(console: Console, home: Home): Promise<Proof[]> {
  return Array.fromAsync(proofsOf({ request: { seed: 1 }, console, home }))
}

function render({
  corpus,
  coverage,
  request,
  colour,
}: {
  corpus: Corpus
  coverage: Coverage
  request: CheckRequest
  colour: boolean
}): string {
  const { bold, dim } = pc.createColors(colour)
  const { contracts, suites, deviations, tables, statements } = corpus
  const cells = tables.flatMap(({ cells }) => Object.values(cells).flatMap((row) => Object.values(row))).length
  const quotes = request.documents === undefined ? '' : `, every quote stands in its document`
  const lines = [
    `${contracts.length} contracts, ${suites.length} suites, ${deviations.length} deviations, ${tables.length} tables with ${cells} cells: no mistake`,
    `${statements.length} statements${quotes}`,
    '',
    bold(
      `${'document'.padEnd(24)}${'judges'.padEnd(14)}${'covered'.padStart(8)}${'excluded'.padStart(10)}${'open'.padStart(6)}`,
    ),
  ]
  for (const [document, byJudge] of Object.entries(coverage.documents)) {
    for (const judge of judges) {
      const counted = byJudge[judge]
      if (counted === undefined) continue
      const { covered, excluded, open } = counted
      lines.push(
        `${document.padEnd(24)}${judge.padEnd(14)}${String(covered.length).padStart(8)}${String(excluded.length).padStart(10)}${String(open.length).padStart(6)}  ${dim(briefly(open))}`,
      )
    }
  }
  const excluded = statements.flatMap(({ id, excluded: why }) =>
    why === undefined ? [] : [`  ${id}  ${why.because}: ${why.reason}`],
  )
  if (excluded.length > 0) lines.push('', 'Excluded:', ...excluded.map(dim))
  const note =
    request.static === true
      ? 'A fault that is named counts as caught here; without --static each one is planted.'
      : undefined
  return `${[...lines, ...(note === undefined ? [] : ['', dim(note)])].join('\n')}\n`
}

/** Open statements by id, as many as fit. */
function briefly(ids: readonly string[]): string {
  return ids.length <= 6 ? ids.join(' ') : `${ids.slice(0, 6).join(' ')} and ${ids.length - 6} more`
}
