import type { Bindings } from './model/value.ts'
import type { Fault } from './model/fault.ts'
import type { Given } from './model/world.ts'
import type { SignedIn } from './model/backend.ts'
import type { EntityEvent } from './emulator/emulated.ts'
import type { World } from './emulator/world.ts'
import type { Turns } from './emulator/turns.ts'
import type { Address, Guest } from './execute/drivers/session.ts'
import type { LocalGround } from './execute/backends/local-project.ts'
import type { Lockstep } from './execute/stage/lockstep.ts'
import type { Response, Scene } from './execute/stage/stage.ts'

/** What a scene stands on, the stage or a backend: where its clients find their apps, and who its users are. */
export interface Ground {
  readonly scene: Scene
  readonly addresses: Readonly<Record<string, Address>>
  readonly users: Readonly<Record<string, SignedIn>>
  /** Tells those who listen what the world of the stage makes of requests. */
  readonly publish?: ((event: EntityEvent) => void) | undefined
  /** What a client with `service: true` holds. */
  readonly serviceToken?: string
  /** Set where backend functions take orders. */
  readonly guest?: Guest
  /** Set where a backend runs here, from a project that can be changed. */
  readonly local?: LocalGround
  /** Puts the records there that a contract starts from; a sentence where that was refused. */
  readonly seed?: (bindings: Bindings) => Promise<string | undefined>
  /** Takes away what {@link Ground.seed} put there; tells, in words, what is left. */
  readonly clear?: () => Promise<readonly string[]>
}

export interface GroundOptions {
  readonly given: Given
  readonly drawn: Bindings
  readonly fault: Fault | undefined
  /** Whether sockets are taken; else they are refused, as background. */
  readonly sockets: boolean
  readonly moment: Moment
}

/** What is true while one step is performed. */
export interface Moment {
  /** Overrides the world for this step. */
  answers: Turns<Response['answer']> | undefined
  lockstep: Lockstep | undefined
  /** There as soon as its names can be filled in; no request comes before. */
  world: World | undefined
}
