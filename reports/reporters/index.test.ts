import { expect, it } from 'vitest'
import { sampleRun } from '../fixtures/sample-run.ts'
import { reporters } from './index.ts'

it.each(Object.entries(reporters))('%s makes something of a run, and nothing of none', (kind, create) => {
  const written: string[] = []
  const start = () => create({ write: (text) => void written.push(text) }, { colour: false, width: 80 })
  void start().end?.()
  expect(written).toEqual([])
  const reporter = start()
  for (const event of sampleRun()) reporter.event(event)
  void reporter.end?.()
  expect(written.join('').length).toBeGreaterThan(kind === 'badge' ? 50 : 1000)
})
