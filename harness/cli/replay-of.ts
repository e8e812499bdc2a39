import type { Contract } from '../model/contract.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Pinned, Replay } from '../model/replay.ts'
import { generators } from '../generators/index.ts'
import { readReplay, writeReplay } from '../language/replay-token.ts'
import { findDraw, type Missing } from '../replay.ts'
import type { RunRequest } from './run-request.ts'
import { selectionNamed } from './selection.ts'
import { UsageError } from './usage-error.ts'

/** The case and the draw that `--replay` names; undefined where it was not given. */
export function replayOf({
  request,
  corpus,
}: {
  request: Pick<RunRequest, 'replay' | 'contract' | 'runs' | 'seed'>
  corpus: Corpus
}): { readonly id: string; readonly pinned: Pinned } | undefined {
  const { replay: token } = request
  if (token === undefined) return undefined
  refuseOthers(request)
  const replay = readReplay(token)
  if (replay === undefined) throw new UsageError(noToken(token))
  const { contract, row, draw: place } = replay
  const id = row === undefined ? contract : `${contract}#${row}`
  const found = contractOf(id, { token, corpus })
  if (row === undefined) refuseRows(found, token)
  const { deviations } = corpus
  const sought = findDraw({ contract: found, place, generators, deviations })
  if (sought.kind !== 'found') throw new UsageError(`looked for the draw of ${token}: ${missing[sought.kind](replay)}`)
  return { id, pinned: { draw: sought.draw, token: writeReplay(replay) } }
}

/** What a token says already. */
function refuseOthers({ contract, runs, seed }: Pick<RunRequest, 'contract' | 'runs' | 'seed'>): void {
  const given = Object.entries({ contract, runs, seed }).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  if (given.length === 0) return
  const flags = given.map((name) => `--${name}`).join(' and ')
  throw new UsageError(
    `read --replay with ${flags}: a token names one case and one draw, so there is nothing to choose. Leave ${flags} out.`,
  )
}

function noToken(token: string): string {
  return (
    `read --replay ${token}: that is no token. One looks like functions/invoke-x:row@-1234:17:0.9f2c and stands behind ` +
    '--replay in a report, below each violation; copy it whole.'
  )
}

function contractOf(id: string, { token, corpus }: { token: string; corpus: Corpus }): Contract {
  if (/[*?[{]/.test(id)) throw new UsageError(noToken(token))
  const { contracts: found } = selectionNamed(id, corpus)
  const [contract] = found
  if (contract === undefined || found.length > 1) throw new UsageError(noToken(token))
  return contract
}

function refuseRows({ id, rows }: Contract, token: string): void {
  const names = rows.flatMap(({ name }) => name ?? [])
  if (names.length === 0) return
  throw new UsageError(
    `looked for the case of ${token}: ${id} has rows, and the token names none. Put one behind the contract, as ${id}:row. Rows: ${names.join(', ')}.`,
  )
}

const again = 'Run the contract again to get a token of today: '

/** Why there is no such draw, and what to do. */
const missing: Readonly<Record<Missing, (replay: Replay) => string>> = {
  'draws-now': (replay) =>
    `the token stands for a contract that draws nothing, and this one draws. ${again}${runLine(replay)}`,
  'draws-no-more': (replay) => `the contract draws nothing any more. ${again}${runLine(replay)}`,
  'no-such-draw': (replay) =>
    `there is no such draw; what the contract draws has changed, or the token is not whole. ${again}${runLine(replay)}`,
  'another-draw': (replay) =>
    `in its place another value is drawn now: what the contract draws, or its generators, have changed. ${again}${runLine(replay)}`,
  'no-such-deviation': (replay) =>
    `${replay.contract} has no recorded deviation of that name, whose witness it would be. The recorded ones: base44-conformance deviations`,
}

function runLine({ contract }: Replay): string {
  return `base44-conformance run --contract ${contract}`
}
