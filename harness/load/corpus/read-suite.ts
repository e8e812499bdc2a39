import type { Problem } from '../../model/problem.ts'
import type { Suite } from '../../model/suite.ts'
import { complaintsAbout } from '../complaints.ts'
import { globToRegExp } from '../../language/glob.ts'
import { suiteGrammar } from '../grammar/suite.ts'
import { fieldOf, textsOf } from '../look.ts'
import { nearest } from '../nearest.ts'
import { complaintsOfShape } from '../structure.ts'
import type { Source } from '../yaml/source.ts'
import type { KnownContracts } from './cases.ts'

const shape = suiteGrammar()

/** A file of `suites`, named as the file is; each of its globs matches something. */
export function readSuite({ name, source, known }: { name: string; source: Source; known: KnownContracts }): {
  readonly loaded?: Suite
  readonly problems: readonly Problem[]
} {
  const { problems, complain } = complaintsAbout({ source, name: `suite ${name}` })
  complaintsOfShape({ shape, value: source.value, path: [] }).forEach(complain)
  for (const [index, glob] of textsOf(fieldOf(source.value, 'contracts'))) {
    const pattern = globToRegExp(glob)
    if (known.ids.some((id) => pattern.test(id))) continue
    const near = nearest(glob, known.ids)
    const wanted = `a glob that matches a contract${near === undefined ? '' : `; did you mean \`${near}\`?`}`
    complain({ path: ['contracts', index], seen: `\`${glob}\`, which matches nothing`, wanted })
  }
  if (problems.length > 0 || source.faulty.length > 0) return { problems }
  return { loaded: { ...(source.value as unknown as Omit<Suite, 'name'>), name }, problems }
}
