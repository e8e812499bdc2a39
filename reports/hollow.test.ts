import { expect, test } from 'vitest'
import { caseEvent } from './fixtures/events.ts'
import { hollowSubjects } from './hollow.ts'

function told(endings: Record<string, number>, subject = 'a'): ReturnType<typeof caseEvent> {
  return caseEvent({ subject, result: { endings } })
}

test.each([
  ['nearly every answer a 401', { ok: 2, 'status 401': 98 }, [{ ending: 'status 401', steps: 98, of: 100 }]],
  ['the same error all over', { TypeError: 40 }, [{ ending: 'TypeError', steps: 40, of: 40 }]],
  ['many kinds of failure', { 'status 401': 30, 'status 404': 30, TypeError: 30, ok: 10 }, []],
  ['a sound subject', { ok: 90, 'status 404': 10 }, []],
  ['all well', { ok: 100 }, []],
  ['too few steps to say', { 'status 401': 5 }, []],
])('%s', (_, endings, found) => {
  expect(hollowSubjects([told(endings)])).toEqual(found.map((each) => ({ subject: 'a', ...each })))
})

test('cases add up, subjects stand alone', () => {
  const events = [told({ 'status 404': 15 }), told({ 'status 404': 15, ok: 1 }), told({ ok: 500 }, 'b')]
  expect(hollowSubjects(events)).toEqual([{ subject: 'a', ending: 'status 404', steps: 30, of: 31 }])
})

test('a log of an older harness tells of no endings', () => {
  expect(hollowSubjects([caseEvent()])).toEqual([])
})
