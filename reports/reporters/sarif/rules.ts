import type { CaseEvent, DescribedContract, HeaderEvent } from '../../../harness/model/event.ts'
import { explainLine } from '../../command-lines.ts'
import type { Report } from '../../fold.ts'
import { provenanceWords } from '../../words.ts'
import { fenced, prose } from '../markdown/inert.ts'
import { shorten } from '../../shorten.ts'
import { topicOf } from '../terminal/topics.ts'
import { statementsOf } from '../terminal/violation.ts'
import type { SarifLevel } from './levels.ts'
import { sarifText, type SarifMessage } from './message.ts'

/** A promise, as a rule: its title, the sentence that makes it one, and how to read more. */
export interface SarifRule {
  readonly id: string
  readonly shortDescription: SarifMessage
  readonly fullDescription: SarifMessage
  readonly help: SarifMessage & { readonly markdown: string }
  readonly defaultConfiguration: { readonly level: SarifLevel }
  readonly properties: object
}

/** One for each contract that was judged, with all that its rows cite, in the order of the plan. */
export function sarifRules({ results, header }: Report): SarifRule[] {
  const contracts = Map.groupBy(results, ({ event }) => event.contract.id)
  return [...contracts.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const { contract } = first.event
    const all = [contract, ...others.map(({ event }) => event.contract)]
    const cites = [...new Set(all.flatMap((each) => each.cites))]
    return [ruleOf({ ...first.event, contract: { ...contract, cites } }, header)]
  })
}

function ruleOf(event: CaseEvent, header: HeaderEvent): SarifRule {
  const { contract } = event
  const sources = sourcesOf(event, header)
  return {
    id: shorten(contract.id),
    shortDescription: sarifText(contract.title),
    fullDescription: sarifText([contract.title, ...sources.map(sayPlain)].join(' — ')),
    help: {
      text: sarifText([...sources.map(sayPlain), `More: npx ${explainLine(event)}`].join(' — '), 4000).text,
      markdown: [
        prose(contract.title),
        ...sources.map(sayMarkdown),
        fenced([`npx ${explainLine(event)}`], 'sh').join('\n'),
      ].join('\n\n'),
    },
    defaultConfiguration: { level: usualLevel(contract) },
    properties: { tags: [topicOf(contract.id), contract.level, contract.provenance.kind].map((tag) => shorten(tag)) },
  }
}

interface Source {
  readonly name: string
  readonly where: string
  readonly quote: string | undefined
}

/** Sentences of the documents; what no document says has a reason instead. */
function sourcesOf(event: CaseEvent, header: HeaderEvent): Source[] {
  const { provenance } = event.contract
  const cited = statementsOf(event, header).map(({ id, statement }) => ({
    name: id,
    where: statement === undefined ? '' : `${statement.document}, ${statement.section}`,
    quote: statement?.quote,
  }))
  if (provenance.kind === 'documented') return cited
  return [...cited, { name: provenanceWords[provenance.kind], where: provenance.reason, quote: undefined }]
}

function sayPlain({ name, where, quote }: Source): string {
  return [name, ...(where === '' ? [] : [where])].join(' ') + (quote === undefined ? '' : `: “${quote}”`)
}

function sayMarkdown({ name, where, quote }: Source): string {
  const head = `> **${prose(name)}** ${prose(where)}`
  return quote === undefined ? head : `${head}<br>\n> “${prose(quote)}”`
}

/** What breaking it weighs, before anything is known of the run. */
function usualLevel({ level, provenance }: DescribedContract): SarifLevel {
  if (provenance.kind !== 'documented' || level === 'may') return 'note'
  return level === 'should' ? 'warning' : 'error'
}
