import type { Encoded } from '../../model/value.ts'
import { loneName } from '../../language/substitute.ts'
import type { Complaint } from '../complaints.ts'
import { forms } from '../grammar/forms.ts'
import type { FormGrammar } from '../grammar/forms.ts'
import { openLeaves } from '../grammar/leaves.ts'
import { suggest } from '../nearest.ts'
import { complaintsOfShape } from '../structure.ts'
import type { Path } from '../yaml/path.ts'
import type { Mode } from './mode.ts'

/** The word of the form that an object is, or means to be: its first key that is a `$word`. */
export function formWordIn(object: Readonly<Record<string, Encoded>>): string | undefined {
  return Object.keys(object)
    .find((key) => /^\$(?![${])/.test(key))
    ?.slice(1)
}

/** What is wrong with a form where it stands. Without a `role` there is no sense in looking into it. */
export function complaintsOfForm({
  word,
  form,
  path,
  mode,
}: {
  word: string
  form: Readonly<Record<string, Encoded>>
  path: Path
  mode: Mode
}): { readonly complaints: readonly Complaint[]; readonly role?: FormGrammar['role'] } {
  const at = { path: [...path, `$${word}`], part: 'key' } as const
  const grammar = Object.hasOwn(forms, word) ? forms[word] : undefined
  if (grammar === undefined)
    return { complaints: [{ ...at, seen: `the unknown form \`$${word}\``, wanted: other(word) }] }
  if (Object.keys(form).length > 1) {
    const beside = Object.keys(form).find((key) => key !== `$${word}`)
    const seen = `\`$${word}\` beside \`${beside}\``
    return {
      complaints: [{ ...at, seen, wanted: `\`$${word}\` as the only key, or \`$$${word}\` for a key of that name` }],
    }
  }
  const misplaced = misplacement({ word, role: grammar.role, mode })
  if (misplaced !== undefined) return { complaints: [{ ...at, ...misplaced }] }
  return {
    complaints: contentComplaints({ word, grammar, content: form[`$${word}`] as Encoded, path }),
    role: grammar.role,
  }
}

const contentShapes = new Map(
  Object.entries(forms).map(([word, form]) => [word, form.content(openLeaves.value)] as const),
)

function contentComplaints({
  word,
  grammar,
  content,
  path,
}: {
  word: string
  grammar: FormGrammar
  content: Encoded
  path: Path
}): readonly Complaint[] {
  const shape = contentShapes.get(word)
  const filledInLater = grammar.role === 'matcher' && word !== 'keep' && loneName(content) !== undefined
  if (shape === undefined || filledInLater) return []
  if (word === 'has' && isForm(content)) {
    return [
      { path: [...path, '$has'], seen: 'a form', wanted: 'the keys that must be there, each with what it must be' },
    ]
  }
  return complaintsOfShape({ shape, value: content, path: [...path, `$${word}`] })
}

function isForm(content: Encoded): boolean {
  return typeof content === 'object' && content !== null && formWordIn(content as Record<string, Encoded>) !== undefined
}

function misplacement({
  word,
  role,
  mode,
}: {
  word: string
  role: FormGrammar['role']
  mode: Mode
}): { readonly seen: string; readonly wanted: string } | undefined {
  if (role === 'matcher' && mode === 'value') {
    return {
      seen: `the matcher \`$${word}\` where a value goes in`,
      wanted: 'a value; matchers stand in expectations only',
    }
  }
  if (role === 'value' && mode === 'pattern') {
    return { seen: `\`$${word}\` in an expectation`, wanted: 'something that can be seen; it can only be handed in' }
  }
  return undefined
}

function other(word: string): string {
  const words = Object.keys(forms).map((known) => `$${known}`)
  return `${suggest(`$${word}`, words)}; \`$$${word}\` for a key of that name`
}
