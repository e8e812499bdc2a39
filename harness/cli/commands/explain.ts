import pc from 'picocolors'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import { breaksOf } from '../explain/breaks.ts'
import { drawsOf } from '../explain/draws.ts'
import { historyOf } from '../explain/history.ts'
import { deviationOf } from '../explain/known.ts'
import { lastVerdictOf } from '../explain/last-verdict.ts'
import { nextOf } from '../explain/next.ts'
import { judgedOf, promiseOf } from '../explain/promise.ts'
import type { Home } from '../home.ts'
import { selectionNamed } from '../selection.ts'

/** One contract, told to a reader: the promise, who is judged, what would break it, what was seen, what to do next. */
export async function explainCommand({
  id,
  log,
  console,
  home,
}: {
  id: string
  /** The log of a run; left out: the last one. */
  log?: string | undefined
  console: Console
  home: Home
}): Promise<number> {
  const corpus = await corpusOf(home)
  const named = corpus.deviations.find((deviation) => deviation.id === id)
  const pattern = named === undefined ? id : [named.contract, named.row].filter((part) => part !== undefined).join('#')
  const { contracts, row } = selectionNamed(pattern, corpus)
  const [contract] = contracts
  if (contract === undefined) throw new Error('a selection is never empty')
  const known = corpus.deviations.filter(
    (one) => one.contract === contract.id && (row === undefined || one.row === row),
  )
  const history = historyOf({ contract: contract.id, row, log, console })
  const ink = pc.createColors(console.stdout.colour)
  const caseId = row === undefined ? contract.id : `${contract.id}#${row}`
  const blocks = [
    [ink.bold(contract.title), `${contract.id}  ${ink.dim(`${contract.place.file}:${contract.place.line}`)}`],
    promiseOf(contract, corpus),
    judgedOf(contract),
    drawsOf(contract, history, ink),
    breaksOf(contract),
    ...(named === undefined ? known : [named]).map(deviationOf),
    lastVerdictOf(history, ink),
    nextOf({ id: caseId, seats: contract.seats, history, known }),
  ]
  const told = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'))
  console.stdout.write(`${told.join('\n\n')}\n`)
  return 0
}
