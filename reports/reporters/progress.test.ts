import { describe, expect, it } from 'vitest'
import { caseEvent, footer, header, violation } from '../fixtures/events.ts'
import { progressReporter, type ProgressOptions } from './progress.ts'

interface Watched {
  readonly written: string[]
  readonly reporter: ReturnType<typeof progressReporter>
  pass(ms: number): void
}

function watch(options: Partial<ProgressOptions>): Watched {
  let now = 1000
  const written: string[] = []
  const clock = (): number => now
  const sink = { write: (text: string) => void written.push(text) }
  const reporter = progressReporter(sink, { colour: false, width: 80, live: true, clock, ...options })
  return { written, reporter, pass: (ms) => void (now += ms) }
}

const erase = '\r\u001b[2K'

describe('on a terminal', () => {
  it('draws one line again and again, ten times a second at most, and leaves nothing behind', () => {
    const { written, reporter, pass } = watch({})
    reporter.event(header({ planned: 4 }))
    reporter.event(caseEvent())
    pass(100)
    reporter.event(caseEvent({ index: 1, result: { violations: [violation()] } }))
    pass(99)
    reporter.event(caseEvent({ index: 2 }))
    reporter.event(footer())
    void reporter.end?.()
    expect(written).toEqual([
      `${erase}  ━━━━━━━━━━━━━━━━━━━━━━━━ 0/4 cases · 0 calls · 0 ms`,
      `${erase}  ━━━━━━━━━━━━━━━━━━━━━━━━ 2/4 cases · 200 calls · 1 violated · 100 ms`,
      erase,
    ])
  })

  it.each([10, 20, 60, 200])('never wraps at %d columns', (width) => {
    const { written, reporter } = watch({ width })
    reporter.event(header({ planned: 100_000 }))
    expect((written[0] ?? '').slice(erase.length).length).toBeLessThan(width)
  })

  it('erases its line when the run is cut short', () => {
    const { written, reporter } = watch({})
    reporter.event(header())
    void reporter.end?.()
    expect(written.at(-1)).toBe(erase)
  })
})

describe('in a log', () => {
  it('gives a sign of life now and then, and none for a run that is over at once', () => {
    const { written, reporter, pass } = watch({ live: false })
    reporter.event(header({ planned: 3 }))
    reporter.event(caseEvent())
    pass(10_000)
    reporter.event(caseEvent({ index: 1 }))
    reporter.event(caseEvent({ index: 2 }))
    reporter.event(footer())
    void reporter.end?.()
    expect(written).toEqual(['base44-conformance: 2/3 cases · 200 calls · 10.0 s\n'])
  })
})
