import { expect, test } from 'vitest'
import { longestWaitMs, openManners, type Manners, type MannersClock } from './manners.ts'

// The gate in front of a backend, by a clock of the test's own.

const epoch = Date.parse('Sat, 21 Nov 2026 12:00:00 GMT')

test.each([
  ['no rate', undefined, [0, 0, 0]],
  ['ten a second', 10, [0, 100, 200]],
  ['one in two seconds', 0.5, [0, 2000, 4000]],
])('%s: requests leave when it is their turn', async (_, rate, expected) => {
  const { manners, left } = opened({ rate })
  await Promise.all([left(manners), left(manners), left(manners)])
  expect(left.times).toEqual(expected)
})

test('what was not used up is not made up for', async () => {
  const { manners, clock, left } = opened({ rate: 10 })
  await left(manners)
  await clock.wait(1000)
  await Promise.all([left(manners), left(manners)])
  expect(left.times).toEqual([0, 1000, 1100])
})

test.each([
  ['seconds', 429, '7', 7000],
  ['seconds with space', 429, ' 7 ', 7000],
  ['at once', 503, '0', 0],
  ['a date', 503, 'Sat, 21 Nov 2026 12:00:05 GMT', 5000],
  ['a date that is over', 429, 'Sat, 21 Nov 2026 11:00:00 GMT', 0],
  ['more than is waited for', 429, '86400', longestWaitMs],
])('Retry-After as %s: sent again then', async (_, status, retryAfter, wait) => {
  const { manners, left } = opened({})
  expect(manners.heard({ status, retryAfter })).toBe(true)
  await left(manners)
  expect(left.times).toEqual([wait])
})

test.each([
  ['another status', 500, '7'],
  ['success', 200, '7'],
  ['nothing to go by', 429, undefined],
  ['neither a date nor seconds', 429, 'soon'],
  ['less than nothing', 503, '-1'],
  ['a number with a dot', 429, '1.5'],
])('%s: the answer stands', async (_, status, retryAfter) => {
  const { manners, left, said } = opened({})
  expect(manners.heard({ status, retryAfter })).toBe(false)
  await left(manners)
  expect({ times: left.times, said }).toEqual({ times: [0], said: [] })
})

test('others wait as well, also those that waited already; it is said once', async () => {
  const { manners, clock, left, said } = opened({})
  manners.heard({ status: 429, retryAfter: '2' })
  const waiting = left(manners)
  await clock.wait(1000)
  manners.heard({ status: 503, retryAfter: '3' })
  await Promise.all([waiting, left(manners)])
  expect(left.times).toEqual([4000, 4000])
  expect(said).toEqual(['The backend asks for patience (429, Retry-After: 2): waiting 2 s; later waits are not told.'])
})

test('a wait can be broken off', async () => {
  const { manners } = opened({})
  manners.heard({ status: 429, retryAfter: '2' })
  await expect(manners.turn(AbortSignal.abort(new Error('interrupted')))).rejects.toThrow('interrupted')
})

function opened({ rate }: { rate?: number | undefined }) {
  const said: string[] = []
  const clock = handClock()
  const left = Object.assign(
    async (manners: Manners): Promise<void> => {
      await manners.turn()
      left.times.push(clock.now() - epoch)
    },
    { times: [] as number[] },
  )
  return { manners: openManners({ rate, clock, say: (text) => said.push(text) }), clock, left, said }
}

/** Waiting moves it on: whoever wakes first, wakes first. */
function handClock(): MannersClock {
  let now = epoch
  const sleepers: { at: number; wake: () => void }[] = []
  const tick = (): void => {
    const next = sleepers.sort((a, b) => a.at - b.at).shift()
    if (next === undefined) return
    now = Math.max(now, next.at)
    next.wake()
  }
  return {
    now: () => now,
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason as Error)
        sleepers.push({ at: now + milliseconds, wake: resolve })
        setImmediate(tick)
      }),
  }
}
