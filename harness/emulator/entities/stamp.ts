import type { Emulated } from '../emulated.ts'

const last = new WeakMap<Emulated, { readonly ms: number; readonly count: number }>()

/**
 * The time as records bear it: ISO 8601 with microseconds. No two are the same, and each is later than those before, so
 * that what is sorted by date stands in the order in which it was made, also when it was made within one millisecond.
 */
export function stamp(app: Emulated): string {
  const before = last.get(app) ?? { ms: 0, count: 0 }
  const now = app.now().getTime()
  const next = now > before.ms ? { ms: now, count: 0 } : following(before)
  last.set(app, next)
  return `${new Date(next.ms).toISOString().slice(0, -1)}${String(next.count).padStart(3, '0')}Z`
}

function following({ ms, count }: { ms: number; count: number }): { ms: number; count: number } {
  return count < 999 ? { ms, count: count + 1 } : { ms: ms + 1, count: 0 }
}
