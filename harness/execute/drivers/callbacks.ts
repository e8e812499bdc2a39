import type { Encoded } from '../../model/value.ts'
import { encode } from './encode.ts'
import type { LiveValues } from './live.ts'

/** What a callback does once its call is recorded; nothing: it returns nothing. */
export type Behaviour = { readonly [does in 'throws' | 'rejects' | 'resolves']?: string }

/** Recording functions, and what they heard since the last step. */
export interface Callbacks {
  /** The function for a `$callback` of that name; the same one every time. */
  callback: (name: string, behaviour?: Behaviour) => (...args: unknown[]) => unknown
  /** Resolves once each name was called at least so often since the last {@link Callbacks.take}. */
  heard: (counts: Readonly<Record<string, number>>) => Promise<void>
  take: () => Promise<Record<string, Encoded[][]>>
}

export function createCallbacks(live: LiveValues): Callbacks {
  const functions = new Map<string, (...args: unknown[]) => unknown>()
  let calls: { name: string; args: Encoded[] | Promise<Encoded[]> }[] = []
  let wake: (() => void)[] = []

  function record(name: string, behaviour: Behaviour): (...args: unknown[]) => unknown {
    return (...args) => {
      calls.push({ name, args: Promise.all(args.map((arg) => encode(arg, live))) })
      const waiting = wake
      wake = []
      for (const resume of waiting) resume()
      return behave(behaviour)
    }
  }

  return {
    callback(name, behaviour = {}) {
      const existing = functions.get(name)
      if (existing !== undefined) return existing
      const created = record(name, behaviour)
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

function behave({ throws, rejects, resolves }: Behaviour): unknown {
  if (throws !== undefined) throw new Error(throws)
  if (rejects !== undefined) return Promise.reject(new Error(rejects))
  return resolves === undefined ? undefined : Promise.resolve(resolves)
}
