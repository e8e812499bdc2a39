import type { Violation } from '../model/verdict.ts'
import type { Evidence } from '../repro/head.ts'
import { redact } from '../../reports/redact.ts'
import { rewriteValue } from '../../reports/rewrite.ts'
import { showMismatch } from '../../reports/show-mismatch.ts'
import type { Console } from './console.ts'
import type { FoundViolation } from './find-violation.ts'
import { secretsIn } from './secrets.ts'

/** Everything that the head of a script says. */
export function evidenceOf({
  event,
  violation,
  subject,
  statements,
  id,
  version,
}: FoundViolation & {
  readonly subject: { readonly id: string; readonly version: string; readonly node: string }
  readonly statements: Readonly<Record<string, { document: string; section: string; quote: string }>>
  /** As the user wrote it. */
  readonly id: string
  /** Of the harness. */
  readonly version: string
}): Evidence {
  const { sentence, expected, observed, note } = showMismatch(violation.mismatch, { width: 96 })
  const { contract } = event
  const quotes = contract.cites.flatMap((cited) => {
    const statement = Object.hasOwn(statements, cited) ? statements[cited] : undefined
    return statement === undefined ? [] : [{ id: cited, ...statement }]
  })
  return {
    title: contract.title,
    quotes,
    ...(contract.provenance.kind !== 'documented' && { reason: contract.provenance.reason }),
    sentence: note === undefined ? sentence : `${sentence} (${note})`,
    expected,
    observed,
    case: event.id,
    subject: subject.id,
    node: subject.node,
    install: installOf(subject),
    command: `base44-conformance ${version}, repro ${/^[\w/#.-]+$/.test(id) ? id : `'${id}'`}`,
  }
}

/** What npm is given to install the SDK: a version, or the folder that was judged. */
export function installOf({ id, version }: { readonly id: string; readonly version: string }): string {
  const folder = /^(.+) \(\S+\)$/.exec(id)?.[1]
  if (folder === undefined) return id.startsWith('@base44/sdk@') ? id : `@base44/sdk@${version}`
  return /^[\w./@+-]+$/.test(folder) ? `@base44/sdk@file:${folder}` : `'@base44/sdk@file:${folder}'`
}

/** What stood for a secret in the log becomes a text that a script can send. */
export function withoutMarks({ event, violation }: FoundViolation, { environment }: Console): Violation {
  const redacted = redact(event, { secrets: secretsIn(environment), tokens: new Map() })
  const found =
    redacted.kind === 'case'
      ? redacted.result.violations.find((_, index) => event.result.violations[index] === violation)
      : undefined
  const clean = found ?? violation
  const text = (one: string): string => one.replaceAll('‹secret›', 'secret-of-the-environment')
  return { ...clean, counterexample: rewriteValue(clean.counterexample, { text }) as Violation['counterexample'] }
}
