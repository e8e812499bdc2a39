import type { Answered, Order } from '../../model/thread.ts'
import type { Death, Thread } from './thread.ts'

/** Threads that take orders as they come; one that died is replaced. */
export interface Pool {
  /** Nothing, where the order had to wait and was called off meanwhile. */
  order: (order: Order, stop?: AbortSignal) => Promise<Answered | Death | undefined>
  /** Starts every thread, so that orders to come need not wait for it. */
  warm: () => void
  /** Ends every thread, also those that are at work; orders that still wait are called off. */
  close: () => Promise<void>
}

/** Starts a thread; fails only where the SDK does not load. */
export type Start = () => Promise<Thread>

export function openPool({ start, size }: { start: Start; size: number }): Pool {
  const threads = new Set<Thread>()
  const starting = new Set<Promise<Thread>>()
  const idle: Thread[] = []
  const waiting: (() => void)[] = []
  let closed = false

  /** A thread that is free, or a new one; a thread may have died while nobody looked. */
  async function acquire(): Promise<Thread | undefined> {
    while (!closed) {
      const free = idle.pop()
      if (free?.alive() === true) return free
      if (free !== undefined) threads.delete(free)
      else if (threads.size + starting.size < size) return begin()
      else await new Promise<void>((resolve) => waiting.push(resolve))
    }
    return undefined
  }

  async function begin(): Promise<Thread> {
    const begun = start()
    starting.add(begun)
    try {
      const thread = await begun
      threads.add(thread)
      return thread
    } catch (error) {
      waiting.shift()?.()
      throw error
    } finally {
      starting.delete(begun)
    }
  }

  function release(thread: Thread): void {
    if (thread.alive()) idle.push(thread)
    else threads.delete(thread)
    waiting.shift()?.()
  }

  return {
    warm() {
      // Where the SDK does not load, the first order hears of it.
      while (threads.size + starting.size < size) void begin().then(release, () => undefined)
    },
    async order(order, stop) {
      const calledOff = (): boolean => stop?.aborted === true
      if (calledOff()) return undefined
      const thread = await acquire()
      if (thread === undefined || closed) return undefined
      if (calledOff()) {
        release(thread)
        return undefined
      }
      const answered = await thread.order(order)
      release(thread)
      return answered
    },
    async close() {
      closed = true
      for (const wake of waiting.splice(0)) wake()
      await Promise.allSettled(starting)
      await Promise.all(Array.from(threads, (thread) => thread.end()))
    },
  }
}
