import { expect, test } from 'vitest'
import type { CaseResult } from '../../../harness/model/verdict.ts'
import { foldEvents } from '../../fold.ts'
import { caseEvent, header } from '../../fixtures/events.ts'
import { renderTerminal } from '../terminal.ts'

function rendered(result: Partial<CaseResult>): string {
  return renderTerminal(foldEvents([header(), caseEvent({ result })]), { colour: false, width: 100 })
}

test.each<[string, Partial<CaseResult>, string]>([
  [
    'hollow',
    { endings: { 'status 401': 99, ok: 1 } },
    'looks hollow: 99 of 100 steps on @base44/sdk@0.8.50 ended alike',
  ],
  ['unsteady', { repeated: { times: 5, alike: 2 } }, 'is unsteady: 5 times judged, 2 alike, with the same draws.'],
  ['held alone', { again: { held: true } }, '1 case took too long beside others and held alone; the machine is busy'],
  [
    'left behind',
    { leftovers: ['Note/1: the backend answered 403', 'Note/2: it is listed still'] },
    '2 records of this run could not be removed: @base44/sdk@0.8.50: Note/1: the backend answered 403',
  ],
])('%s is said', (_, result, sentence) => {
  expect(rendered(result).replaceAll(/\n\s+/g, ' ')).toContain(sentence)
})

test('what is steady is not talked about', () => {
  expect(rendered({ repeated: { times: 5, alike: 5 }, again: { held: false } })).not.toContain('! ')
})
