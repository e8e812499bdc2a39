import fc from 'fast-check'
import type { Bindings, Encoded } from '../harness/model/value.ts'
import { createLiveValues } from '../harness/execute/drivers/live.ts'
import { decode, type Hooks } from '../harness/execute/drivers/decode.ts'
import { openStage } from '../harness/execute/stage/stage.ts'
import { findHome } from '../harness/cli/home.ts'
import { corpusOf } from '../harness/cli/corpus.ts'
import { generators } from '../harness/generators/index.ts'
import { bareLoop } from './bare.ts'
import { judgedLoop } from './judged.ts'

/** What judging adds to a call: interleaved rounds over the same values, prepared before; the median counts. */
const contractId = 'functions/invoke-sends-parameters-as-json'
const discarded = 4000
const perRound = 2000
const rounds = 7
const allowedMs = 0.25

const home = findHome()
const corpus = await corpusOf(home)
const contract = corpus.contracts.find(({ id }) => id === contractId)
const row = contract?.rows[0]
const generator = generators['json-parameters']
if (contract === undefined || row === undefined || generator === undefined)
  throw new Error(`${contractId} is gone; name another`)

const sdk = (await import('@base44/sdk')) as Record<string, unknown>
const hooks: Hooks = { live: createLiveValues(), callback: never, signal: never, fixture: never }
const drawn = fc.sample(generator.arbitrary.filter(survivesTheSdk), { seed: 1, numRuns: perRound })
const draws: Bindings[] = drawn.map((parameters) => ({ parameters, member: 'functions.invoke' }))
const values = drawn.map((value) => decode(value, hooks))
const stage = await openStage()
const place = {
  sdk,
  ground: { kind: 'stage' as const, stage },
  limitMs: 5000,
  takeEscapes: () => [],
  takeUncaught: () => [],
  fixture: never,
  onStep: () => undefined,
}

for (let warmed = 0; warmed < discarded; warmed += perRound) {
  await bareLoop({ sdk, values })
  await judgedLoop({ contract, row, wire: corpus.wire, draws, place })
}
console.log(`${perRound} calls a round, ${discarded} discarded before; ms a call, client construction in both`)
console.log('round    bare  judged    over  ratio')
const over: number[] = []
for (let round = 1; round <= rounds; round++) {
  const bare = (await bareLoop({ sdk, values })) / perRound
  const judged = (await judgedLoop({ contract, row, wire: corpus.wire, draws, place })) / perRound
  over.push(judged - bare)
  console.log(
    [
      String(round).padStart(5),
      ...[bare, judged, judged - bare, judged / bare].map((ms) => ms.toFixed(3).padStart(7)),
    ].join(' '),
  )
}
const median = over.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] as number
console.log(`median: ${median.toFixed(3)} ms a case over the bare call (allowed: ${allowedMs})`)
await stage.close()
process.exitCode = median <= allowedMs ? 0 : 1

/** The known deviation of constructor keys would end the measurement. */
function survivesTheSdk(value: Encoded): boolean {
  return !/"(constructor|prototype|__proto__)":/.test(JSON.stringify(value))
}

function never(): never {
  throw new Error('the measured contract needs none of this')
}
