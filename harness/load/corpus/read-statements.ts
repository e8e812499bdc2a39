import type { Problem } from '../../model/problem.ts'
import type { Exclusion, Statement } from '../../model/statement.ts'
import type { Complain } from '../complaints.ts'
import { statementsGrammar } from '../grammar/statement.ts'
import { fieldOf, itemsOf, textOf } from '../look.ts'
import type { Path } from '../yaml/path.ts'
import type { Source } from '../yaml/source.ts'
import { readList } from './read-list.ts'

const shape = statementsGrammar()

/** The statements of all documents; an id stands once in all of them. */
export function readStatements(sources: readonly Source[]): {
  readonly statements: readonly Statement[]
  /** Every id that is written, also of statements with mistakes in them. */
  readonly ids: readonly string[]
  readonly problems: readonly Problem[]
} {
  const statements = new Map<string, Statement>()
  const problems = sources.flatMap((source) => {
    const read = readList({ source, shape })
    for (const { value, index } of read.entries) {
      const written = value as unknown as Omit<Statement, 'place'>
      const before = statements.get(written.id)
      if (before !== undefined) {
        const seen = `\`${written.id}\`, which stands in ${before.place.file}:${before.place.line} already`
        read.complain({ path: [index, 'id'], seen, wanted: 'an id of its own' })
      } else statements.set(written.id, { ...written, place: source.place([index]) })
      checkExclusion({ statement: written, path: [index, 'excluded'], complain: read.complain })
    }
    return read.problems
  })
  const written = sources.flatMap(({ value }) => itemsOf(value).flatMap((entry) => textOf(fieldOf(entry, 'id')) ?? []))
  return { statements: [...statements.values()], ids: [...new Set(written)], problems }
}

function checkExclusion({
  statement,
  path,
  complain,
}: {
  statement: Omit<Statement, 'place'>
  path: Path
  complain: Complain
}): void {
  const { excluded, judges } = statement
  if (excluded === undefined) return
  const wanted = demandOn(excluded, judges)
  if (wanted !== undefined) complain({ path: [...path, 'because'], seen: `\`${excluded.because}\``, wanted })
}

function demandOn({ because, observation }: Exclusion, judges: Statement['judges']): string | undefined {
  if (because === 'hosted-only' && judges !== 'hosting-only') {
    return `\`hosted-only\` for statements that only hosting keeps; this one is kept by \`${judges}\``
  }
  if (because === 'out-of-reach' && observation === undefined) {
    return '`observation`: what would have to be seen, and in `reason` why it is out of reach'
  }
  return undefined
}
