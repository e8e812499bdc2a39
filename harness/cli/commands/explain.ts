import pc from 'picocolors'
import type { Contract } from '../../model/contract.ts'
import type { Corpus } from '../../model/corpus.ts'
import type { Deviation } from '../../model/deviation.ts'
import { faults } from '../../faults/index.ts'
import { generators } from '../../generators/index.ts'
import { select } from '../../plan/select.ts'
import { showValue } from '../../../reports/show-value.ts'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import type { Home } from '../home.ts'
import { selectionsOf } from '../selection.ts'

/** One contract, told to a reader: the promise, its sentence, who is judged, what would break it, what is known. */
export async function explainCommand({
  id,
  console,
  home,
}: {
  id: string
  console: Console
  home: Home
}): Promise<number> {
  const corpus = await corpusOf(home)
  const named = corpus.deviations.find((deviation) => deviation.id === id)
  const pattern = named === undefined ? id : named.contract
  const { selections } = selectionsOf({ corpus, suite: 'sdk', patterns: [pattern] })
  const [contract] = selections.flatMap(({ contracts }) => contracts)
  if (contract === undefined) throw new Error('a selection is never empty')
  const row = select(pattern, [contract]).row
  const known = corpus.deviations.filter(
    (one) => one.contract === contract.id && (row === undefined || one.row === row),
  )
  const colours = pc.createColors(console.stdout.colour)
  const blocks = [
    [colours.bold(contract.title), `${contract.id}  ${colours.dim(`${contract.place.file}:${contract.place.line}`)}`],
    promiseOf(contract, corpus),
    judgedOf(contract),
    drawsOf(contract),
    breaksOf(contract),
    ...(named === undefined ? known : [named]).map(deviationOf),
    [`Run it:  base44-conformance run --contract '${id.includes('#') ? id : contract.id}'`],
  ]
  console.stdout.write(
    `${blocks
      .filter((block) => block.length > 0)
      .map((block) => block.join('\n'))
      .join('\n\n')}\n`,
  )
  return 0
}

function promiseOf({ cites, rows, provenance }: Contract, { statements }: Corpus): string[] {
  const all = [...new Set([...cites, ...rows.flatMap((row) => row.cites)])]
  const quotes = statements
    .filter(({ id }) => all.includes(id))
    .flatMap(({ id, document, section, quote }) => [`  ${id}  “${quote}”`, `         ${document}, ${section}`])
  const source = { documented: 'Documented', observed: 'Observed, no document says it', disputed: 'Disputed' }[
    provenance.kind
  ]
  const reason = provenance.kind === 'documented' ? [] : [`  ${provenance.reason}`]
  return [`${source}:`, ...reason, ...quotes]
}

function judgedOf({ seats, level, only, rows }: Contract): string[] {
  const names = rows.flatMap(({ name }) => name ?? [])
  return [
    `Judges ${seats.join(' and ')}; level ${level}${only.sdk === undefined ? '' : `; only SDK ${only.sdk}`}`,
    ...(names.length === 0 ? [] : [`Rows: ${names.join(', ')}`]),
  ]
}

function drawsOf({ forAll }: Contract): string[] {
  const lines = Object.entries(forAll).map(([name, draw]) => {
    if (draw.kind === 'one-of') return `  ${name}  one of ${draw.values.map((value) => showValue(value)).join(', ')}`
    const generator = generators[draw.generator]
    return `  ${name}  ${draw.generator}: ${Object.keys(generator?.classes ?? {}).join(', ')}`
  })
  return lines.length === 0 ? [] : ['For all:', ...lines]
}

function breaksOf({ falsifiedBy }: Contract): string[] {
  const lines = Object.entries(falsifiedBy).flatMap(([statement, ids]) =>
    ids.map((id) => `  ${statement === '*' ? '' : `${statement}  `}${id}: ${faults[id]?.title ?? ''}`),
  )
  return ['Would be broken by:', ...lines]
}

function deviationOf({ id, sdk, row, instead, reason, seen, witness, repair, link, until }: Deviation): string[] {
  const drawn = Object.entries(witness).map(([name, value]) => `${name} = ${showValue(value)}`)
  return [
    `Known deviation ${id} (SDK ${sdk}${row === undefined ? '' : `, row ${row}`}${until === undefined ? '' : `, until ${until}`}):`,
    `  instead  ${instead}`,
    `  reason   ${reason}`,
    `  seen     ${seen}`,
    ...(drawn.length === 0 ? [] : [`  witness  ${drawn.join(', ')}`]),
    `  repro    base44-conformance repro ${id}`,
    ...(repair === undefined ? [] : [`  repair   suites/deviations/${repair}`]),
    ...(link === undefined ? [] : [`  link     ${link}`]),
  ]
}
