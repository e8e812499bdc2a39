import { expect, it } from 'vitest'
import { commonCauses } from './common-cause.ts'
import { caseEvent, log, mismatch, violation } from './fixtures/events.ts'
import { foldEvents } from './fold.ts'

const doesNotLoad = {
  observed: { $error: { class: 'SyntaxError', message: 'Unexpected token' } },
  observedClass: 'SyntaxError',
}
const broken = (id: string, observed = doesNotLoad) =>
  caseEvent({
    contract: { id },
    result: { violations: [violation({ mismatch: mismatch({ kind: 'crashed', ...observed }) })] },
  })
const inapplicable = caseEvent({ result: { verdict: 'inapplicable', reason: 'not here' } })

function causesOf(cases: Parameters<typeof log>[0]): number[] {
  return commonCauses(foldEvents(log(cases)).results).map((cause) => cause.results.length)
}

it('sees one accident where everything fails in one way', () => {
  expect(causesOf([broken('a/a'), broken('a/b'), inapplicable, broken('b/c')])).toEqual([3])
})

it('sees none where something holds, fails otherwise, or too little ran', () => {
  expect(causesOf([broken('a/a'), broken('a/b'), broken('b/c'), caseEvent()])).toEqual([])
  expect(causesOf([broken('a/a'), broken('a/b'), broken('b/c', { ...doesNotLoad, observedClass: 'Error' })])).toEqual(
    [],
  )
  expect(causesOf([broken('a/a'), broken('a/b')])).toEqual([])
})

it('sees that nothing could be tested, for one reason', () => {
  const untestable = caseEvent({ result: { verdict: 'untestable', reason: 'no Deno' } })
  expect(causesOf([untestable, untestable, untestable])).toEqual([3])
})
