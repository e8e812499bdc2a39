import { Document, isScalar, type Pair, type Scalar, visit, type YAMLMap } from 'yaml'
import { toPlain } from '../../language/plain.ts'
import { insteadOf } from '../../../reports/instead-of.ts'
import { belongs } from '../../load/grammar/deviation.ts'
import type { Draft, Keeping } from './draft.ts'

/** An entry as a YAML file: everything but `reason` and `seen`, which are left to a person. */
export function entryText(draft: Draft, keeping: Keeping): string {
  const { contract, row, backend, versions, fingerprint, witness, mismatch } = draft
  const document = new Document({
    contract,
    ...(row !== undefined && { row }),
    ...(backend === undefined ? { sdk: versions.join(' || ') } : { backend: `${backend}@${versions.join(' || ')}` }),
    fingerprint,
    witness: toPlain(witness),
    instead: insteadOf(mismatch),
    reason: '',
    seen: '',
    ...keeping,
  })
  for (const pair of (document.contents as unknown as YAMLMap<Scalar<string>>).items) comment(pair)
  spellOut(document)
  const flowing = text(flow(document))
  return flowing.split('\n').every((line) => line.length <= widest) ? flowing : text(block(document))
}

/** What Prettier leaves on one line. */
const widest = 120

function comment({ key, value }: Pair<Scalar<string>>): void {
  const what = Object.hasOwn(belongs, key.value) ? belongs[key.value as keyof typeof belongs] : undefined
  if (what === undefined) return
  key.commentBefore = ` ${what[0]?.toUpperCase()}${what.slice(1)}.`
  if (isScalar(value)) value.type = 'QUOTE_SINGLE'
}

function flow(document: Document): Document {
  const witness = document.get('witness') as YAMLMap
  witness.flow = true
  return document
}

function block(document: Document): Document {
  const witness = document.get('witness') as YAMLMap
  if (witness.items.length > 0) witness.flow = false
  return document
}

function text(document: Document): string {
  const written = document.toString({ lineWidth: 0, singleQuote: true, doubleQuotedAsJSON: true })
  return written.replace(unseen, escaped)
}

/** Line breaks, controls, marks of direction, lone surrogates, spaces that only look like one. */
const unseen = /(?![ \n])[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Z}]/gu

/** What the language, or an editor, would take for something else is written so that neither can. */
function spellOut(document: Document): void {
  visit(document, {
    Scalar: (role, scalar) => {
      const { value } = scalar
      if (typeof value === 'string' && (value.includes('\n') || value.search(unseen) >= 0)) scalar.type = 'QUOTE_DOUBLE'
      if (role === 'key' && value === '<<') scalar.type = 'QUOTE_SINGLE'
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) scalar.format = 'EXP'
    },
  })
}

function escaped(character: string): string {
  const hex = (character.codePointAt(0) as number).toString(16)
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`
}
