import type { Answered, Order } from '../../model/thread.ts'
import type { Death, Thread } from './thread.ts'

/** Threads that take orders as they come; one that died is replaced. */
export interface Pool {
  /** Nothing, where the order had to wait and was called off meanwhile. */
  order: (order: Order, stop?: AbortSignal) => Promise<Answered | Death | undefined>
  close: () => Promise<void>
}

/** Starts a thread; fails only where the SDK does not load. */
export type Start = () => Promise<Thread>

export function openPool({ start, size }: { start: Start; size: number }): Pool {
  const idle: Thread[] = []
  const waiting: ((thread: Thread | undefined) => void)[] = []
  let started = 0

  async function acquire(): Promise<Thread> {
    const free = idle.pop()
    if (free !== undefined) return free
    if (started < size) {
      started++
      return begin()
    }
    const handed = await new Promise<Thread | undefined>((resolve) => waiting.push(resolve))
    return handed ?? begin()
  }

  async function begin(): Promise<Thread> {
    try {
      return await start()
    } catch (error) {
      release(undefined)
      throw error
    }
  }

  function release(thread: Thread | undefined): void {
    const next = waiting.shift()
    if (next !== undefined) next(thread)
    else if (thread === undefined) started--
    else idle.push(thread)
  }

  return {
    async order(order, stop) {
      const thread = await acquire()
      if (stop?.aborted === true) {
        release(thread)
        return undefined
      }
      const answered = await thread.order(order)
      release(answered.kind === 'died' ? undefined : thread)
      return answered
    },
    close: async () => void (await Promise.all(idle.map((thread) => thread.end()))),
  }
}
