import type { BackendAccess, Forwarded } from '../../model/backend.ts'

/** A backend that an adapter started or found, ready to be judged. */
export interface RunningBackend {
  readonly access: BackendAccess
  /** `base44-dev@0.1.18`, or the address as the user wrote it. */
  readonly id: string
  /** What deviations name it by. */
  readonly backend: string
  readonly version: string
  /** What it runs on. */
  readonly dependencies: Record<string, string>
  /** Resolves with a sentence when it ended by itself. */
  readonly ended: Promise<string>
  /** Profiles that it claims to implement; left out: whatever is asked. */
  readonly claims?: readonly string[]
  /** What it was about to hand to other hosts. */
  forwarded(): readonly Forwarded[]
  stop(): Promise<void>
}
