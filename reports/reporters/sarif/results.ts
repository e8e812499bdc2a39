import { createHash } from 'node:crypto'
import type { CaseEvent, RecordedDeviation } from '../../../harness/model/event.ts'
import type { Violation } from '../../../harness/model/verdict.ts'
import { explainLine, replayLine } from '../../command-lines.ts'
import type { Report, Result } from '../../fold.ts'
import { capital } from '../../quantity.ts'
import { sayKeeping } from '../../say-keeping.ts'
import { shorten } from '../../shorten.ts'
import { showMismatch } from '../../show-mismatch.ts'
import { liesWith, ownerWords } from '../../words.ts'
import { levelOf, type SarifLevel } from './levels.ts'
import { sarifText, sarifUri } from './message.ts'
import type { SarifRule } from './rules.ts'

/** Each way in which a promise is broken, at the line of its contract; what is recorded is there too, suppressed. */
export function sarifResults(report: Report, rules: readonly SarifRule[]): object[] {
  const indices = new Map(rules.map(({ id }, index) => [id, index] as const))
  const strict = report.header.strict ?? false
  return report.results.flatMap((result) => {
    const ruleIndex = indices.get(shorten(result.event.contract.id)) ?? -1
    const level = levelOf(result, { strict })
    return [
      ...(result.class === 'untestable' ? [untestable({ result, report, ruleIndex, level })] : []),
      ...result.unexpected.map((violation) => broken({ result, report, ruleIndex, level }, violation)),
      ...result.known.map(({ violation, deviation }) => ({
        ...broken({ result, report, ruleIndex, level: 'note' }, violation),
        suppressions: [suppression(deviation)],
      })),
    ]
  })
}

interface Place {
  readonly result: Result
  readonly report: Report
  readonly ruleIndex: number
  readonly level: SarifLevel
}

function untestable(place: Place): object {
  const { event } = place.result
  const { reason = 'no reason was given', owner = 'environment' } = event.result
  return {
    ...common(place),
    message: sarifText(
      [`Untestable: ${shorten(reason)}.`, `It ${liesWith(owner)}.`, ownerWords[owner].advice, more(event)].join(' '),
    ),
    partialFingerprints: fingerprints(place, 'untestable'),
    properties: { case: shorten(event.id), subject: shorten(event.subject), owner },
  }
}

function broken(place: Place, violation: Violation): object {
  const { event } = place.result
  const { owner } = event.result
  const { sentence, expected, observed } = showMismatch(violation.mismatch, { width: 100 })
  const again = replayLine(violation, event, place.report.header)
  const whose = owner === undefined ? '' : ` (${liesWith(owner)})`
  return {
    ...common(place),
    message: sarifText([`${capital(sentence)}${whose}.`, `Run again: npx ${again}`].join(' '), longestMessage),
    partialFingerprints: fingerprints(place, violation.fingerprint),
    properties: {
      case: shorten(event.id),
      subject: shorten(event.subject),
      ...(owner && { owner }),
      expected: expected.join('\n'),
      observed: observed.join('\n'),
      runAgain: again,
    },
  }
}

/** A command to copy is whole: the token of a replay may be longer than any sentence. */
const longestMessage = 4000

function common({ result, ruleIndex, level }: Place): object {
  const { contract, id } = result.event
  return {
    ruleId: shorten(contract.id),
    ruleIndex,
    level,
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: sarifUri(contract.file) },
          region: { startLine: Math.max(1, contract.line) },
        },
        logicalLocations: [{ fullyQualifiedName: shorten(id), kind: 'member' }],
      },
    ],
  }
}

/**
 * The same for every seed and every release, so that a finding stays one finding. `primaryLocationLineHash` is the only
 * one that GitHub reads; left out, it would be made of the text of the line, where all rows of a contract are alike.
 */
function fingerprints({ result, report }: Place, fingerprint: string): Readonly<Record<string, string>> {
  const { id, subject } = result.event
  const parts = [id, fingerprint, ...(report.header.subjects.length > 1 ? [subject] : [])]
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return { 'base44Conformance/v1': shorten(fingerprint), primaryLocationLineHash: `${hash.slice(0, 16)}:1` }
}

function suppression(deviation: RecordedDeviation): object {
  const { id, instead, reason } = deviation
  const said = [instead, reason].filter((text) => text !== '').map((text) => shorten(text))
  return {
    kind: 'external',
    status: 'accepted',
    justification: [`Known deviation ${shorten(id)}`, ...said, ...sayKeeping(deviation)].join('; '),
  }
}

function more(event: CaseEvent): string {
  return `More: npx ${explainLine(event)}`
}
