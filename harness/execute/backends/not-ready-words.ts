import { fixtureRevision, type NotReady } from '../../model/backend.ts'

interface Facts {
  readonly url: string
  /** What came instead of what was wanted, where there is something to say of it. */
  readonly seen?: string
  /** Where the fixture functions look for the desk. */
  readonly desk?: string
}

const deployIt =
  'Write the fixture app with `base44-conformance fixture <folder>`, deploy it there, and set its secrets as the README in it says.'

/** One sentence on what is wrong, one on what to do. */
export const notReadyWords: Readonly<Record<NotReady['problem'], (facts: Facts) => string>> = {
  'not-reached': ({ url, seen }) => `called the backend ${url}: ${seen}`,
  'not-deployed': ({ url, seen }) =>
    `called the fixture function conformance-ready at ${url}: ${seen}, so the fixture app is not deployed there. ${deployIt}`,
  'other-revision': ({ url, seen }) =>
    `looked at the fixture app at ${url}: it is of revision ${seen}, and this base44-conformance needs revision ${fixtureRevision}. ${deployIt}`,
  'desk-unreachable': ({ url, desk, seen }) =>
    `called the fixture function conformance-ready at ${url}: it runs, but it does not reach the desk of this run at ${desk} (${seen}). Set CONFORMANCE_DESK_URL, in the secrets of the app and here, to an address of this machine that the functions reach.`,
  'key-differs': ({ url }) =>
    `called the fixture function conformance-ready at ${url}: it signs with another key than this run has. Give CONFORMANCE_KEY the same value in the secrets of the app and here.`,
}
