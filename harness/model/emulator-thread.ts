import type { SignedIn } from './backend.ts'

/** What the thread of an emulator that is judged is given; plain data. */
export interface EmulatorThreadData {
  readonly project: string
  /** File to which everything is written that it prints. */
  readonly output: string
  /** Path of the binary, and its environment. */
  readonly deno: { readonly binary: string; readonly environment: Readonly<Record<string, string>> }
  readonly secrets: Readonly<Record<string, string>>
  /** Roles of the users that are made and signed in. */
  readonly users: readonly string[]
}

/** What it says once it is ready. */
export interface EmulatorReady {
  readonly url: string
  readonly appId: string
  readonly users: Readonly<Record<string, readonly SignedIn[]>>
  readonly serviceToken: string
}
