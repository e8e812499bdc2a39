import { expect, it } from 'vitest'
import { caseEvent, exchange, header, log, violation } from '../fixtures/events.ts'
import { hostile } from '../fixtures/hostile.ts'
import { ndjsonReporter } from './ndjson.ts'

function linesOf(events: Parameters<ReturnType<typeof ndjsonReporter>['event']>[0][]): string[] {
  const lines: string[] = []
  const reporter = ndjsonReporter({ write: (text) => void lines.push(text) })
  for (const event of events) reporter.event(event)
  return lines
}

it('writes each event as one line, as soon as it is there', () => {
  const [line, ...rest] = linesOf([header()])
  expect(rest).toEqual([])
  expect(line?.endsWith('\n')).toBe(true)
  expect(JSON.parse(line ?? '')).toEqual(header())
})

it('writes bytes as base64', () => {
  const body = new Uint8Array([0, 255])
  const [, line] = linesOf(
    log([caseEvent({ result: { violations: [violation({ exchanges: [exchange({ request: { body } })] })] } })]),
  )
  expect(line).toContain('"body":"AP8="')
})

it.each(Object.entries(hostile))('keeps %s on its line, and gives it back', (_, text) => {
  const [, line = ''] = linesOf(log([caseEvent({ result: { violations: [violation({ counterexample: { text } })] } })]))
  expect(line.slice(0, -1)).toMatch(/^[^\p{Cc}]*$/u)
  expect(JSON.parse(line)).toMatchObject({ result: { violations: [{ counterexample: { text } }] } })
})
