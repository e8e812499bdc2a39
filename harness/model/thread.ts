import type { Bindings } from './value.ts'
import type { CaseResult, Judgement } from './verdict.ts'
import type { Exchange } from './exchange.ts'
import type { BackendAccess } from './backend.ts'
import type { Lane, PlannedCase } from './plan.ts'
import type { Toothless } from './proof.ts'

/** What a thread is started with. */
export interface ThreadData {
  /** The SDK's module. */
  readonly entry: string
  readonly lane: Lane
  /** The backend that is judged, where one is. */
  readonly access?: BackendAccess
  /** How long a step may take before it counts as hung. */
  readonly limitMs: number
  readonly fixtures: string
  /** Int32: beats of its event loop, the draw it is at, the step it is at. */
  readonly pulse: SharedArrayBuffer
}

export const pulseBeat = 0
export const pulseDraw = 1
export const pulseStep = 2

/** To a thread. */
export type Order =
  | { readonly kind: 'explore'; readonly planned: PlannedCase; readonly fault?: string }
  | { readonly kind: 'attempt'; readonly planned: PlannedCase; readonly draw: Bindings; readonly fault?: string }
  /** Which expectations hold whatever is seen, on a few draws. */
  | { readonly kind: 'teeth'; readonly planned: PlannedCase }
  | { readonly kind: 'end' }

/** From a thread. */
export type Answered =
  | { readonly kind: 'ready' }
  | { readonly kind: 'load-failed'; readonly message: string }
  /** The backend does not answer any more: what came of the case says nothing about it. */
  | { readonly kind: 'backend-lost'; readonly message: string }
  /** This machine lets no server listen: nothing can be put to the test. */
  | { readonly kind: 'no-stage'; readonly message: string }
  | { readonly kind: 'explored'; readonly result: CaseResult }
  | { readonly kind: 'attempted'; readonly judgement: Judgement; readonly exchanges: readonly Exchange[] }
  | { readonly kind: 'looked-at-teeth'; readonly toothless: readonly Toothless[] }
  /** A mistake of ours: it ends the run. */
  | { readonly kind: 'broken'; readonly message: string }
