import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { resolveSdks } from './execute/subjects/resolve-sdks.ts'
import type { SdkSubject } from './model/subject.ts'
import { findHome } from './cli/home.ts'
import { vocabulary } from './cli/corpus.ts'
import { loadCorpus } from './load/load-corpus.ts'
import type { CaseEvent } from './model/event.ts'
import { run } from './run.ts'

// What the language can say beyond what the contracts of the functions module need: callbacks, kept values, clients made
// from a request, properties that are read, users and their seeded records. All of it on the real SDK.
test('the examples of the language hold on the real SDK', async () => {
  const home = findHome()
  const { corpus, problems } = await loadCorpus({
    sources: { contracts: fileURLToPath(new URL('./fixtures/language', import.meta.url)), suites: '/nowhere' },
    vocabulary,
  })
  expect(problems).toEqual([])
  const real = await loadCorpus({ sources: home, vocabulary })
  const [subject] = await resolveSdks({
    specs: [],
    replacing: [],
    say: () => undefined,
    cwd: home.root,
    own: home.root,
    cache: '',
    environment: {},
    runtimeVersion: process.versions.node,
  })
  const cases: CaseEvent[] = []
  const events = run({
    corpus: { ...corpus, wire: real.corpus.wire },
    selections: [{ pattern: '*', contracts: corpus.contracts }],
    suite: 'language',
    subjects: [subject as SdkSubject],
    seed: 1,
    runs: 20,
    jobs: 1,
    limitMs: 5000,
    strict: false,
    flags: [],
    harness: home.version,
    fixtures: home.fixtures,
    environment: process.env,
    clock: { date: () => new Date(), now: () => performance.now() },
    signal: new AbortController().signal,
  })
  for await (const event of events) if (event.kind === 'case') cases.push(event)
  expect(cases.map(({ id, result }) => [id, result.verdict, result.violations[0]?.mismatch])).toEqual(
    ['client-from-request', 'frames', 'on-error', 'seeded-records', 'service-role-needs-a-token', 'subscription'].map(
      (id) => [id, 'holds', undefined],
    ),
  )
})
