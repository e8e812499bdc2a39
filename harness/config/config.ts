import type { ReportKind } from '../../reports/reporters/index.ts'
import type { BackendSettings } from '../model/backend-settings.ts'

/**
 * What `base44-conformance.config.{ts,js,json}` may say, and what `run()` and `loadContracts()` take. Everything may be
 * left out. Paths start from the folder of the file (in a call: from `cwd`).
 */
export interface Config {
  /** The SDKs that are judged: published versions or ranges, folders of built packages, tarballs. Default: the one that is installed. */
  readonly sdk?: string | readonly string[]
  /** The backends that are judged: `base44-dev`, `base44-dev@0.1.18`, `http://127.0.0.1:3000`. Default: none. */
  readonly backend?: string | readonly string[]
  /** Judges each of them with other versions of what it depends on: `axios@1.6.2`. */
  readonly with?: string | readonly string[]
  /** What is known of backends at an address: by the address, or as a list in which each says its `url`. */
  readonly backends?: Readonly<Record<string, BackendSettings>> | readonly BackendConfig[]
  /** Which promises: the name of a suite, ours or one of `suites`. Default: `sdk`, with your own contracts `all`. */
  readonly suite?: string
  /** Contracts by id, `id#row` or glob, instead of a suite. */
  readonly only?: string | readonly string[]
  /** Folders of your own contracts. Ids begin with the folder's name: `promises/orders/are-listed`. */
  readonly contracts?: readonly string[]
  /** Folders of your own deviations: known violations of your contracts or of ours. */
  readonly deviations?: readonly string[]
  /** Your own suites, by name. */
  readonly suites?: Readonly<Record<string, SuiteConfig>>
  /** Reports by kind, each with the file it goes to; `-` is stdout. */
  readonly reports?: Readonly<Partial<Record<ReportKind, string>>>
  /** How many values are drawn for a promise that holds for all. Default: 100, or what the suite says. */
  readonly runs?: number
  /** Draws the same values in every run, 0 to 2147483647. Default: a fresh seed, which is printed. */
  readonly seed?: number
  /** Threads. Default: one for each core. */
  readonly jobs?: number
  /** Milliseconds after which a call counts as hung. Default: 5000. */
  readonly timeout?: number
  /** Fail also where only a `should` is broken. */
  readonly strict?: boolean
  /** Stop at the first case that turns the run red. */
  readonly bail?: boolean
  /** Judges each case so often, with the same values, to see whether it is steady. Default: once. */
  readonly repeat?: number
  /** `false` counts recorded deviations as any other violation. */
  readonly known?: boolean
}

/** A suite of your own. */
export interface SuiteConfig {
  /** For whom it is, and what it asks. Default: its name. */
  readonly title?: string
  /** Globs over contract ids, yours and ours; one that matches nothing is an error. */
  readonly contracts: readonly string[]
  /** How many values are drawn for a promise that holds for all. */
  readonly runs?: number
}

/** One backend of a list. */
export interface BackendConfig extends BackendSettings {
  /** Its address, as `--backend` names it. */
  readonly url: string
}

/** Gives a configuration file its types: `export default defineConfig({ … })`. Returns what it is given. */
export function defineConfig(config: Config): Config {
  return config
}
