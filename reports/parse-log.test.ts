import { expect, it } from 'vitest'
import type { Event } from '../harness/model/event.ts'
import { foldEvents } from './fold.ts'
import { caseEvent, exchange, header, log, violation } from './fixtures/events.ts'
import { sampleRun } from './fixtures/sample-run.ts'
import { parseLog } from './parse-log.ts'
import { ndjsonReporter } from './reporters/ndjson.ts'
import { renderTerminal } from './reporters/terminal.ts'

function written(events: readonly Event[]): string {
  let text = ''
  const reporter = ndjsonReporter({ write: (part) => (text += part) })
  for (const event of events) reporter.event(event)
  return text
}

it('reads back what was written: the reports are the same', () => {
  const events = sampleRun()
  const render = (of: readonly Event[]): string => renderTerminal(foldEvents(of), { colour: false, width: 80 })
  expect(render(parseLog(written(events)))).toBe(render(events))
})

it('reads bodies as the bytes they were', () => {
  const body = new Uint8Array([0, 255, 10, 13])
  const events = log([
    caseEvent({ result: { violations: [violation({ exchanges: [exchange({ response: { body } })] })] } }),
  ])
  const [, event] = parseLog(written(events))
  expect(event?.kind === 'case' && event.result.violations[0]?.exchanges[0]?.response?.body).toEqual(body)
})

it('keeps keys that an assignment would lose', () => {
  const counterexample = JSON.parse('{"value":{"__proto__":{"a":1}}}') as never
  const events = log([caseEvent({ result: { violations: [violation({ counterexample })] } })])
  expect(written(parseLog(written(events)))).toContain('{"__proto__":{"a":1}}')
})

it('leaves out a line that was torn off', () => {
  const text = written([header({ planned: 2 }), caseEvent(), caseEvent({ index: 1 })])
  expect(foldEvents(parseLog(text.slice(0, -10))).incomplete).toEqual({
    lacksFooter: true,
    notRun: [1],
    owner: 'environment',
  })
})

it('refuses what is no log, by its line', () => {
  expect(() => parseLog(`${JSON.stringify(header())}\nnonsense\n`)).toThrow('line 2')
})
