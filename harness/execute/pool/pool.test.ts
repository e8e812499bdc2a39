import { expect, test } from 'vitest'
import type { Answered, Order } from '../../model/thread.ts'
import type { Death, Thread } from './thread.ts'
import { openPool, type Pool } from './pool.ts'

const order: Order = { kind: 'end' }
const ready: Answered = { kind: 'ready' }
const death: Death = { kind: 'died', how: 'exit', detail: '', draw: 0, step: 0 }

/** A thread that answers when it is told to, and may die meanwhile. */
interface FakeThread extends Thread {
  answer: (answered: Answered | Death) => void
  die: () => void
  ended: boolean
}

function fakes(): { start: () => Promise<Thread>; threads: FakeThread[] } {
  const threads: FakeThread[] = []
  const start = async (): Promise<Thread> => {
    let answer: FakeThread['answer'] = () => undefined
    let alive = true
    const thread: FakeThread = {
      ended: false,
      order: () => new Promise((resolve) => (answer = resolve)),
      alive: () => alive,
      answer: (answered) => {
        if (answered.kind === 'died') alive = false
        answer(answered)
      },
      die: () => void (alive = false),
      end: async () => void (thread.ended = true),
    }
    threads.push(thread)
    return thread
  }
  return { start, threads }
}

/** Lets everything happen that needs no answer. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('at most so many threads at once; the next order waits for one that is free', async () => {
  const { start, threads } = fakes()
  const pool = openPool({ start, size: 2 })
  const orders = [pool.order(order), pool.order(order), pool.order(order)]
  await settle()
  expect(threads).toHaveLength(2)
  threads[1]?.answer(ready)
  await settle()
  threads[1]?.answer(ready)
  threads[0]?.answer(ready)
  expect(await Promise.all(orders)).toEqual([ready, ready, ready])
  expect(threads).toHaveLength(2)
})

test('a thread that died is replaced: of its order, and while nobody looked', async () => {
  const { start, threads } = fakes()
  const pool = openPool({ start, size: 1 })
  const one = async (answered: Answered | Death): Promise<unknown> => {
    const answer = pool.order(order)
    await settle()
    threads.at(-1)?.answer(answered)
    return answer
  }
  expect(await one(death)).toBe(death)
  expect(await one(ready)).toBe(ready)
  expect(threads).toHaveLength(2)
  threads[1]?.die()
  expect(await one(ready)).toBe(ready)
  expect(threads).toHaveLength(3)
})

test('an order that is called off while it waits never begins', async () => {
  const { start, threads } = fakes()
  const pool = openPool({ start, size: 1 })
  const stop = new AbortController()
  const [first, second] = [pool.order(order, stop.signal), pool.order(order, stop.signal)]
  await settle()
  stop.abort()
  threads[0]?.answer(ready)
  expect([await first, await second, await pool.order(order, stop.signal)]).toEqual([ready, undefined, undefined])
})

test('where a thread cannot be started, every order says so', async () => {
  const pool: Pool = openPool({ start: () => Promise.reject(new Error('it does not load')), size: 1 })
  const orders = await Promise.allSettled([pool.order(order), pool.order(order), pool.order(order)])
  expect(orders.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
})

test('close ends threads that are idle and threads at work, and calls off what waits', async () => {
  const { start, threads } = fakes()
  const pool = openPool({ start, size: 2 })
  const done = pool.order(order)
  await settle()
  threads[0]?.answer(ready)
  await done
  const [, , waiting] = [pool.order(order), pool.order(order), pool.order(order)]
  await settle()
  await pool.close()
  expect(threads.map(({ ended }) => ended)).toEqual([true, true])
  expect(await waiting).toBeUndefined()
  expect(await pool.order(order)).toBeUndefined()
})
