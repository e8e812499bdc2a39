import type { CaseEvent, Event, HeaderEvent, RecordedDeviation } from '../harness/model/event.ts'
import type { Violation } from '../harness/model/verdict.ts'
import { objectFrom } from '../harness/language/own.ts'
import { credentialsOf, drawnTexts, isCredentialHeader, isSlip, splitCredential } from './credentials.ts'
import { replaceLiterals } from './literals.ts'
import { rewriteValue, rewriteViolation } from './rewrite.ts'
import { spellingsOf } from './spellings.ts'

export interface RedactOptions {
  /** Texts that must not be written, such as values of environment variables; shorter ones are not looked for. */
  readonly secrets: readonly string[]
  /** Tokens that the harness minted → whose they are; shown as `‹token:alice›`. */
  readonly tokens: ReadonlyMap<string, string>
}

/** Below this a text is a word, not a secret: `dev`, `1` and `true` would punch holes in every report. */
export const shortestSecret = 6

/**
 * The event as it may be written. Secrets are gone wherever they stand and however they are spelled. Credentials in
 * headers become `‹credential:1›`, equal ones equal, so that a report still shows which token went where; a drawn
 * one becomes the name it was drawn for. What the corpus says (titles, quotes, ids) stays: it is public. Comes before
 * `stabilise`, which changes texts that are looked for here.
 */
export function redact(event: Event, { secrets, tokens }: RedactOptions): Event {
  const marks = new Map<string, string>()
  for (const [token, name] of tokens) mark(marks, token, `‹token:${name}›`)
  for (const secret of secrets) if (secret.length >= shortestSecret) mark(marks, secret, '‹secret›')
  const text = replaceLiterals(marks)
  switch (event.kind) {
    case 'header':
      return redactHeader(event, text)
    case 'case':
      return redactCase(event, { marks, tokens, text })
    case 'footer':
      return event.lost === undefined
        ? event
        : {
            ...event,
            lost: event.lost.map(({ subject, reason }) => ({ subject: text(subject), reason: text(reason) })),
          }
  }
}

type Text = (text: string) => string

interface Known {
  readonly marks: ReadonlyMap<string, string>
  readonly tokens: ReadonlyMap<string, string>
  readonly text: Text
}

function mark(marks: Map<string, string>, secret: string, name: string): void {
  for (const spelling of spellingsOf(secret)) if (!marks.has(spelling)) marks.set(spelling, name)
}

function redactHeader(event: HeaderEvent, text: Text): HeaderEvent {
  return {
    ...event,
    ...(event.flags && { flags: event.flags.map(text) }),
    subjects: event.subjects.map((subject) => ({
      ...subject,
      id: text(subject.id),
      version: text(subject.version),
      dependencies: textsOf(subject.dependencies, text),
    })),
    deviations: event.deviations.map((entry) => redactDeviation(entry, text)),
  }
}

function redactDeviation(entry: RecordedDeviation, text: Text): RecordedDeviation {
  const { subject, fingerprint, instead, reason, owner, link } = entry
  return {
    ...entry,
    subject: text(subject),
    fingerprint: text(fingerprint),
    instead: text(instead),
    reason: text(reason),
    ...(owner !== undefined && { owner: text(owner) }),
    ...(link !== undefined && { link: text(link) }),
  }
}

function redactCase(event: CaseEvent, known: Known): CaseEvent {
  const { text } = known
  const { result, standing } = event
  return {
    ...event,
    subject: text(event.subject),
    result: {
      ...result,
      violations: result.violations.map((violation) => redactViolation(violation, known)),
      ...(result.reason !== undefined && { reason: text(result.reason) }),
      ...(result.leftovers && { leftovers: result.leftovers.map(text) }),
      witnessed: objectFrom(
        Object.entries(result.witnessed).map(([id, seen]) => [id, seen === null ? null : text(seen)] as const),
      ),
    },
    standing: {
      ...standing,
      known: objectFrom(Object.entries(standing.known).map(([print, id]) => [text(print), id] as const)),
      unexpected: standing.unexpected.map(text),
    },
  }
}

function redactViolation(violation: Violation, { marks, tokens, text }: Known): Violation {
  const drawn = drawnTexts(violation.counterexample)
  const credentials = new Map<string, string>()
  const everywhere = new Map(marks)
  let unnamed = 0
  for (const credential of credentialsOf(violation)) {
    const named = tokens.has(credential) ? `‹token:${tokens.get(credential)}›` : drawnName(drawn.get(credential), text)
    credentials.set(credential, named ?? `‹credential:${++unnamed}›`)
    if (named === undefined && credential.length >= shortestSecret) {
      mark(everywhere, credential, `‹credential:${unnamed}›`)
    }
  }
  const replace = replaceLiterals(everywhere)
  const rewritten = rewriteViolation(violation, {
    text: replace,
    header: (name, value) => redactCredential({ name, value, credentials, text: replace }),
  })
  return {
    ...rewritten,
    fingerprint: text(violation.fingerprint),
    counterexample: rewriteValue(violation.counterexample, { text }) as Violation['counterexample'],
    ...(violation.blame && { blame: { ...violation.blame, where: replace(violation.blame.where) } }),
  }
}

/** Names have parts that were drawn, too: the keys of an object. */
function drawnName(name: string | undefined, text: Text): string | undefined {
  return name === undefined ? undefined : `‹${text(name)}›`
}

function redactCredential({
  name,
  value,
  credentials,
  text,
}: {
  name: string
  value: string
  credentials: ReadonlyMap<string, string>
  text: Text
}): string {
  if (!isCredentialHeader(name)) return text(value)
  const { scheme, credential } = splitCredential(value)
  if (isSlip(credential)) return value
  return scheme + (credentials.get(credential) ?? '‹credential›')
}

function textsOf(record: Readonly<Record<string, string>>, text: Text): Record<string, string> {
  return objectFrom(Object.entries(record).map(([key, value]) => [key, text(value)] as const))
}
