/** A function that a backend under test must have deployed. */
export interface FixtureFunction {
  readonly name: string
  /** Which names a case may lease is for whoever plans it: `plain` and `odd` relay like `called`. */
  readonly kind: 'called' | 'plain' | 'odd' | 'sample' | 'guest' | 'secrets' | 'asking'
  /** Below `functions/`: the name itself, unless `function.jsonc` gives another. */
  readonly folder: string
  readonly entry: 'entry.ts' | 'entry.js'
  /** What is odd about an odd name. */
  readonly shape?: string
  readonly sample?: DocumentSample
}

/**
 * What a function asks outside of its app is answered by the desk in that third party's place: under this name a
 * contract says what it answers, and sees what it was asked.
 */
export const thirdParty = 'third-party'

/** Code that a document shows, deployed as it stands there. */
export interface DocumentSample {
  readonly document: string
  readonly section: string
  /** Why it is deployed and never called. */
  readonly uncalled?: string
}

/** A file of the app as it is written out; `path` from the app's folder, with slashes. */
export interface AppFile {
  readonly path: string
  readonly text: string
}

/** Whether a function's code is the relay: then it answers what the desk says. */
export function isRelayed({ kind }: FixtureFunction): boolean {
  return kind === 'called' || kind === 'plain' || kind === 'odd'
}

/** Names of its functions, as a plan needs them. */
export interface FixtureNames {
  readonly deployed: readonly string[]
  /** Those that a case may have for itself. */
  readonly leased: readonly string[]
}
