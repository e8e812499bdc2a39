import { expect, it } from 'vitest'
import { caseEvent, footer, header, log, violation } from '../fixtures/events.ts'
import { hostile } from '../fixtures/hostile.ts'
import { poisonedRun } from '../fixtures/poisoned.ts'
import { sampleRun } from '../fixtures/sample-run.ts'
import { foldEvents } from '../fold.ts'
import { githubReporter, renderGithub } from './github.ts'
import { renderMarkdown } from './markdown.ts'

interface Read {
  readonly level: string
  readonly properties: Record<string, string>
  readonly message: string
}

/** As the runner of GitHub Actions reads a line, from its first `::` to its second. */
function read(output: string): Read[] {
  return output
    .split(/[\r\n]/)
    .filter((line) => line !== '')
    .map((line) => {
      const [, command = '', message = ''] = /^::([^]*?)::([^]*)$/.exec(line) ?? []
      const level = command.split(' ')[0] ?? ''
      const pairs = command.slice(level.length + 1).split(',')
      const properties = pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
      return {
        level,
        properties: Object.fromEntries(
          properties.map(([name, value = '']) => [name, undone(value)]),
        ) as Read['properties'],
        message: undone(message),
      }
    })
}

function undone(text: string): string {
  const marks: Record<string, string> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }
  return text.replace(/%(0D|0A|3A|2C|25)/g, (mark) => marks[mark] as string)
}

const sample = read(renderGithub(foldEvents(sampleRun())))

it('has an annotation for all that is red, warns or is out of date, the rest is for the summary', () => {
  expect(sample.map(({ level, properties: { file } }) => [level, file])).toEqual([
    ['notice', 'contracts/entities/bulk-create-is-one-request.yaml'],
    ['notice', 'contracts/client/cleanup-may-be-called-twice.yaml'],
    ['error', 'contracts/functions/a-file-makes-invoke-multipart.yaml'],
    ['error', 'contracts/functions/invoke-resolves-to-the-raw-axios-response.yaml'],
    ['error', 'contracts/entities/subscribe-hears-of-changes.yaml'],
    ['warning', 'contracts/client/on-error-hears-of-every-failed-call.yaml'],
  ])
  expect(sample.every(({ properties }) => properties['line'] === '1')).toBe(true)
})

it('says the promise, the sentence that makes it one, both values, and how to see it again', () => {
  expect(sample[2]?.properties['title']).toBe(
    'A File among the parameters makes invoke() multipart, and every other parameter travels in the same form',
  )
  expect(sample[2]?.message.split('\n')).toEqual([
    'functions/a-file-makes-invoke-multipart#nested · lies with the SDK',
    'FM-60 functions-module.md, Type Definitions: “If any parameter is a File object, the request will automatically be sent as multipart/form-data”',
    'What the function receives at .form.meta is missing.',
    'expected  ‹JSON text of { owner: { name: "", tags: [] } }›',
    'observed  ‹nothing›',
    expect.stringMatching(/^run again {2}npx base44-conformance run --replay functions\//),
    'explain    npx base44-conformance explain functions/a-file-makes-invoke-multipart',
  ])
})

it('says once what several rows have in common', () => {
  const rows = ['a', 'b', 'c'].map((row) => caseEvent({ contract: { row }, result: { violations: [violation()] } }))
  const other = caseEvent({ contract: { id: 'functions/other' } })
  const [one, ...more] = read(renderGithub(foldEvents(log([...rows, other]))))
  expect(more).toEqual([])
  expect(one?.message).toContain('Rows b and c fail in the same way.')
})

it.each([
  [false, 'warning'],
  [true, 'error'],
])('a broken should, strict %s: %s', (strict, level) => {
  const should = caseEvent({ contract: { level: 'should' }, result: { violations: [violation()] } })
  expect(read(renderGithub(foldEvents(log([should], { strict })))).map((one) => one.level)).toEqual([level])
})

it('is an error where planned cases were not run, or a subject ended', () => {
  const lost = footer({ exitCode: 5, lost: [{ subject: 'sdk', reason: 'it went' }], owner: 'backend' })
  const told = read(renderGithub(foldEvents([header({ planned: 3 }), caseEvent(), lost])))
  expect(told).toEqual([
    { level: 'error', properties: { title: 'Sdk is there to the end' }, message: 'Sdk ended in the middle: it went.' },
    {
      level: 'error',
      properties: { title: 'Every planned case was run' },
      message: '2 planned cases were not run; lies with the backend.',
    },
  ])
})

it('says nothing of a run that is as it should be, and still fills the page of the step', () => {
  const written = { sink: '', summary: '' }
  const sink = { write: (text: string) => void (written.sink += text) }
  const reporter = githubReporter(sink, { summary: { write: (text) => void (written.summary += text) } })
  const events = log([caseEvent()])
  for (const event of events) reporter.event(event)
  void reporter.end?.()
  expect(written).toEqual({ sink: '', summary: renderMarkdown(foldEvents(events)) })
})

it.each(Object.entries(hostile))('is one line an annotation with %s in every place', (_, text) => {
  const output = renderGithub(foldEvents(poisonedRun(text)))
  expect(output).not.toMatch(/[\p{Cf}\p{Cs}]|(?!\n)\p{Cc}/u)
  const told = read(output)
  expect(told.map(({ level }) => level)).toEqual(['notice', 'error', 'error', 'warning'])
  for (const { properties } of told) {
    expect(Object.keys(properties)).toEqual(['file', 'line', 'title'])
    expect(properties['title']?.length).toBeLessThanOrEqual(255)
  }
  expect(output.length).toBeLessThan(40_000)
})
it.each(['a,line=9::b', '%0A::error::x', '::set-output name=a::b', '100%'])('%j stays where it was put', (text) => {
  for (const { properties, level } of read(renderGithub(foldEvents(poisonedRun(text))))) {
    expect(properties['line'], level).toBe('1')
    expect(properties['file'], level).toMatch(/^(contracts\/functions\/[a-z-]+\.yaml|[^/]*)$/)
  }
  const [, error] = read(renderGithub(foldEvents(poisonedRun(text))))
  expect(error?.properties).toMatchObject({ file: text, title: text })
})
