import type { ExpectationKey } from '../model/contract.ts'
import type { Condition } from './conditions/condition.ts'
import { isReportedBy } from './matching.ts'
import type { Script } from './script.ts'
import { callOf, layout, listOf } from './source/doc.ts'
import { quote } from './source/text.ts'

/** What is said of each expectation. */
const words: Readonly<Record<ExpectationKey, string>> = {
  resolves: 'what it resolves to',
  rejects: 'what it rejects with',
  returns: 'what it returns',
  throws: 'what it throws',
  fails: 'what it fails with',
  sends: 'what is sent',
  receives: 'what the function receives',
  streams: 'the text that arrives',
  notifies: 'what the callbacks hear',
  prints: 'what is printed',
}

/** Conditions as lines of the script, each with what its failing means. */
export function written(conditions: readonly Condition[], key: ExpectationKey, script: Script): string[] {
  return conditions.map((condition) => {
    const code = isReportedBy(condition, key, script) ? 'asReported' : 'otherwise'
    const what = quote([words[key], ...condition.path.map(String)].join(', '))
    return lineOf({ condition, code, what, script })
  })
}

function lineOf({
  condition,
  code,
  what,
  script,
}: {
  condition: Condition
  code: string
  what: string
  script: Script
}): string {
  switch (condition.kind) {
    case 'equal':
      script.need('equals')
      return layout(callOf('equals', [code, what, condition.observed, condition.expected]))
    case 'test':
      script.need('holds')
      return layout(callOf('holds', [code, what, condition.test, quote(condition.wanted), condition.observed]))
    case 'keep':
      return `const ${condition.name} = ${condition.observed}`
    case 'assign': {
      script.need('holds')
      const found = layout(callOf('assign', [condition.items, listOf(condition.tests)]))
      if (condition.names.length === 0)
        return layout(callOf('holds', [code, what, `${found} !== undefined`, quote(condition.wanted), condition.items]))
      const names = condition.names.join(', ')
      return `const [${names}] = ${found} ?? end(${code}, ${what} + ': not ' + ${quote(condition.wanted)}, { observed: ${condition.items} })`
    }
  }
}
