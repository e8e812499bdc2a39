/** What `run` may be asked. */
export interface RunRequest {
  readonly sdk?: readonly string[]
  /** Dependencies that each of them is judged with, as `axios@1.6.2`. */
  readonly with?: readonly string[]
  /** Backends that are judged: `emulator`, `base44-dev`, `base44-dev@0.1.18`, `http://127.0.0.1:3000`. */
  readonly backend?: readonly string[]
  /** Hosts, besides this machine, on which a run may create and delete what it needs. */
  readonly allowWrites?: readonly string[]
  /** At most so many requests a second to a backend. */
  readonly rate?: number
  /** Left out: the usual one. */
  readonly suite?: string
  readonly contract?: readonly string[]
  readonly runs?: number
  readonly seed?: number
  /** Token of one counterexample, in the place of a selection. */
  readonly replay?: string
  readonly jobs?: number
  readonly report?: readonly string[]
  /** False with `--no-known`: recorded deviations count as any other violation. */
  readonly known?: boolean
  readonly strict?: boolean
  readonly bail?: boolean
  /** Judges each case so often, with the same draws. */
  readonly repeat?: number
  /** Milliseconds a step may take before it counts as hung; nothing in a contract is timed. */
  readonly timeout?: number
  /** The configuration that was named, or false with `--no-config`. */
  readonly config?: string | false
}

export const defaultLimitMs = 5000
export const defaultRuns = 100
