import type { BackendAccess, Forwarded } from '../../model/backend.ts'

/** A backend that was started or found, and that is there until it is stopped. */
export interface RunningBackend {
  readonly access: BackendAccess
  readonly id: string
  readonly backend: string
  readonly version: string
  readonly dependencies: Record<string, string>
  /** Resolves with a sentence when it ended by itself. */
  readonly ended: Promise<string>
  /** What it was about to hand to other hosts. */
  forwarded(): readonly Forwarded[]
  stop(): Promise<void>
}
