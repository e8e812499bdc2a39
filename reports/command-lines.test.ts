import { expect, it } from 'vitest'
import { caseEvent, header, sdk, violation } from './fixtures/events.ts'
import { explainLine, replayLine } from './command-lines.ts'

const replay = 'functions/x:row@-12:3:0.0f9a'
const local = { ...sdk, id: "./it's here (@base44/sdk@1.0.0)", version: '1.0.0' }
const old = { ...sdk, id: '@base44/sdk@0.8.40', version: '0.8.40' }

it.each<[string, string, readonly string[], string]>([
  ['nothing given', sdk.id, [], ''],
  ['what bears on it, and only that', sdk.id, ['--sdk', '0.8.50', '--runs', '7', '--no-known', '--timeout', '5'], ' --sdk 0.8.50 --no-known --timeout 5'], // prettier-ignore
  ['flags that are not known here', sdk.id, ['--with', 'axios@1.6.2', '--strict'], ' --with axios@1.6.2 --strict'],
  ['of several SDKs its own', old.id, ['--sdk', '0.8.50', '--sdk', '0.8.40'], ' --sdk 0.8.40'],
  ['of a range its version', old.id, ['--sdk', '>=0.8.40'], ' --sdk 0.8.40'],
  ['of a folder the folder', local.id, ['--sdk', '0.8.50', '--sdk', "./it's here"], ` --sdk './it'\\''s here'`],
])('a violation is replayed with the flags of its run: %s', (_, subject, flags, given) => {
  const event = caseEvent({ subject })
  const line = replayLine(violation({ replay }), event, header({ flags, subjects: [sdk, old, local] }))
  expect(line).toBe(`base44-conformance run --replay ${replay}${given}`)
})

it('a log of an earlier release has the whole contract run again', () => {
  const event = caseEvent({ contract: { id: 'a/b', row: 'c' } })
  const line = replayLine(violation({ replay: '123:4' }), event, header({ seed: 7, flags: ['--runs', '9'] }))
  expect(line).toBe('base44-conformance run --contract a/b --seed 7 --runs 9')
})

it('what a terminal would obey is not in a line', () => {
  expect(explainLine(caseEvent({ contract: { id: '\u001b[2J' } }))).toBe("base44-conformance explain '\\x1b[2J'")
})
