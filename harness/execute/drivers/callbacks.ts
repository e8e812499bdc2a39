import type { Encoded } from '../../model/value.ts'
import { encode } from './encode.ts'
import type { LiveValues } from './live.ts'

/** Recording functions, and what they heard since the last step. */
export interface Callbacks {
  /** The function for a `$callback` of that name; the same one every time. */
  callback: (name: string) => (...args: unknown[]) => void
  /** Resolves once each name was called at least so often since the last {@link Callbacks.take}. */
  heard: (counts: Readonly<Record<string, number>>) => Promise<void>
  take: () => Promise<Record<string, Encoded[][]>>
}

export function createCallbacks(live: LiveValues): Callbacks {
  const functions = new Map<string, (...args: unknown[]) => void>()
  let calls: { name: string; args: Encoded[] | Promise<Encoded[]> }[] = []
  let wake: (() => void)[] = []

  function record(name: string): (...args: unknown[]) => void {
    return (...args) => {
      calls.push({ name, args: Promise.all(args.map((arg) => encode(arg, live))) })
      const waiting = wake
      wake = []
      for (const resume of waiting) resume()
    }
  }

  return {
    callback(name) {
      const existing = functions.get(name)
      if (existing !== undefined) return existing
      const created = record(name)
      functions.set(name, created)
      return created
    },
    async heard(counts) {
      const missing = (): boolean =>
        Object.entries(counts).some(([name, count]) => calls.filter((call) => call.name === name).length < count)
      while (missing()) await new Promise<void>((resolve) => wake.push(resolve))
    },
    async take() {
      const taken = calls
      calls = []
      const heard: Record<string, Encoded[][]> = Object.fromEntries([...functions.keys()].map((name) => [name, []]))
      for (const { name, args } of taken) heard[name]?.push(await args)
      return heard
    },
  }
}
