import { describe, expect, it } from 'vitest'
import type { CaseEvent, Event } from '../../harness/model/event.ts'
import { bytes, caseEvent, exchange, footer, header, log, mismatch, sdk, violation } from '../fixtures/events.ts'
import { hostile } from '../fixtures/hostile.ts'
import { sampleRun } from '../fixtures/sample-run.ts'
import { foldEvents } from '../fold.ts'
import { mostCharacters, renderMarkdown } from './markdown.ts'

function render(events: readonly Event[]): string {
  return renderMarkdown(foldEvents(events))
}

/** What stands outside of fences and code: what GitHub would obey. */
function markup(text: string): string {
  return text.replace(/^(`{3,})[a-z]*\n[^]*?\n\1$/gm, '').replace(/(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
}

it('is what an issue should show', async () => {
  await expect(render(sampleRun())).toMatchFileSnapshot('../fixtures/markdown.md.txt')
})

it.each([
  ['the verdict first', /^### ✗ @<!-- -->base44\/sdk@<!-- -->0\.8\.50 does not pass: 2 of 18 cases violated/],
  ['the totals', /\n\| ✓ hold \| 9 \|\n/],
  ['the quote with its document', /\n> \*\*FM-60\*\* functions-module\.md, Type Definitions<br>\n> “If any parameter/],
  ['expected and observed', /\n```diff\n- ‹JSON text of [^\n]+\n\+ ‹nothing›\n```\n/],
  ['the counterexample', /shrunk 9 times[^]*?```js\nname {4}"orders\/process"\n/],
  ['the exchange, folded', /<details><summary>On the wire<\/summary>\n\n```http\n→ POST [^]*?```\n\n<\/details>/],
  ['the line that replays it', /\n```sh\nnpx base44-conformance run --replay functions\//],
  [
    'what is known, and whose',
    /\n### 3 known deviations\n\n\| promise [^]*?\| `functions\/fetch-adds-a-slash` \| the SDK \|/,
  ],
  ['what is out of date, and whose', /\| `entities\/bulk-create-is-sequential` \| stale \| the suite \|/],
  [
    'what could not be tested, and whose',
    /\| `entities\/subscribe-hears-of-changes` \| [^\n]*never opened[^\n]* \| the suite \|/,
  ],
])('has %s', (_, pattern) => {
  expect(render(sampleRun())).toMatch(pattern)
})

it('of an interrupted run says so', () => {
  const events = [
    header({ planned: 2 }),
    caseEvent(),
    footer({ interrupted: true, exitCode: 130, owner: 'environment' }),
  ]
  expect(render(events)).toContain('Interrupted: 1 of 2 cases were run')
  expect(render(events)).toContain('| not run | 1 |')
})

describe('what a subject sends is data', () => {
  it.each(Object.entries(hostile))('%s', (_, text) => {
    const body = bytes(text)
    const broken = caseEvent({
      contract: { id: 'a/b', row: text, title: text, cites: ['FM-06', text] },
      subject: text,
      result: {
        owner: 'sdk',
        violations: [
          violation({
            mismatch: mismatch({ path: [text], expected: [text, { [text]: 1 }], observed: text }),
            counterexample: { [text]: text },
            exchanges: [exchange({ request: { target: text, headers: [[text, text]], body }, response: { body } })],
            replay: text,
          }),
        ],
      },
    })
    const others: CaseEvent[] = [
      caseEvent({ result: { verdict: 'untestable', reason: text, owner: 'environment' } }),
      {
        ...broken,
        standing: { ...broken.standing, known: { [broken.standing.unexpected[0] as string]: text }, unexpected: [] },
      },
      caseEvent({ contract: { row: text }, standing: { stale: [text] } }),
    ]
    const shown = render(
      log([broken, ...others], { subjects: [{ ...sdk, id: text }, sdk], suite: text, flags: [text] }),
    )
    expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
    expect(shown.length).toBeLessThan(mostCharacters)
    const live = markup(shown).replace(/<!-- -->|<br>|<\/?details>|<\/?summary>/g, '\u0001')
    expect(live).not.toMatch(/[<>](?! )(?!$)/m)
    expect(live).not.toMatch(/(?<![\\w])[@#](?=\w)|https?:\/\/|(?<!\\)\]\(/)
    expect(shown.match(/^<details>/gm) ?? []).toHaveLength((shown.match(/^<\/details>$/gm) ?? []).length)
  })
})

it('keeps within what GitHub takes, and says what it leaves out', () => {
  const long = Array.from({ length: 40 }, (_, n) => [`x-${n}`, 'v'.repeat(500)] as const)
  const cases = Array.from({ length: 150 }, (_, n) =>
    caseEvent({
      contract: { id: `a/c-${n}` },
      result: { owner: 'sdk', violations: [violation({ exchanges: [exchange({ request: { headers: long } })] })] },
    }),
  )
  const known = cases.map((each) => ({
    ...each,
    standing: {
      known: { [each.standing.unexpected[0] as string]: `d-${each.contract.id}` },
      unexpected: [],
      stale: [],
      expired: [],
    },
  }))
  const text = render(
    log([
      ...cases,
      ...known,
      ...known.map((each, n) => ({ ...each, contract: { ...each.contract, row: `r${n}` }, id: `${each.id}#r${n}` })),
    ]),
  )
  expect(text.length).toBeLessThanOrEqual(mostCharacters)
  expect(text).toMatch(/\n… \d+ further violations are left out: no room\./)
  expect(text).toMatch(/\n\d+ further rows left out: no room\.\n/)
})
