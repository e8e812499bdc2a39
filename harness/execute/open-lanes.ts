import type { Answered, ThreadData } from '../model/thread.ts'
import type { Lane } from '../model/plan.ts'
import { usualLimits, type Limits } from './pool/limits.ts'
import { openPool, type Pool } from './pool/pool.ts'
import { startThread, type Death, type Thread } from './pool/thread.ts'

/** The threads of one subject, by lane. A lane that no case needs is never started. */
export interface Lanes {
  pool: (lane: Lane) => Pool
  /** Has the threads started that nearly every case needs. */
  warm: () => void
  close: () => Promise<void>
}

/** The SDK is there but does not load: that is a violation, not an accident. Without a stage it is this machine's. */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure'
  readonly owner: 'sdk' | 'environment'
  constructor(message: string, owner: LoadFailure['owner']) {
    super(message)
    this.owner = owner
  }
}

export function openLanes({
  script,
  data,
  jobs,
  environment,
  limits = usualLimits,
}: {
  script: URL
  data: Omit<ThreadData, 'pulse' | 'lane'>
  jobs: number
  environment: NodeJS.ProcessEnv
  limits?: Limits | undefined
}): Lanes {
  const pools = new Map<Lane, Pool>()
  let failure: LoadFailure | undefined
  const open = (lane: Lane): Pool => {
    const start = async (): Promise<Thread> => {
      if (failure !== undefined) throw failure
      const { thread, loaded } = await startThread({ script, data: { ...data, lane }, environment, limits })
      if (loaded.kind === 'ready') return thread
      await thread.end()
      throw (failure ??= new LoadFailure(describe(loaded), loaded.kind === 'no-stage' ? 'environment' : 'sdk'))
    }
    return openPool({ start, size: lane === 'host-name' ? 1 : jobs })
  }
  const pool = (lane: Lane): Pool => {
    const existing = pools.get(lane) ?? open(lane)
    pools.set(lane, existing)
    return existing
  }
  return {
    pool,
    warm: () => pool('loopback').warm(),
    close: async () => void (await Promise.all([...pools.values()].map((pool) => pool.close()))),
  }
}

function describe(answered: Answered | Death): string {
  switch (answered.kind) {
    case 'no-stage':
      return `the stage, a server on loopback, could not be opened: ${answered.message}`
    case 'load-failed':
      return answered.message
    case 'died':
      return answered.detail
    case 'broken':
      throw new Error(`the harness itself failed in a worker thread: ${answered.message}`)
    default:
      throw new Error(`a thread answered ${answered.kind} before it was asked`)
  }
}
