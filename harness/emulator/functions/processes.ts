import { Agent } from 'node:http'
import type { Said } from '../emulated.ts'
import { startDeno, type Deno, type DenoProcess, type Loaded } from './deno-process.ts'

/** A process to call a function in; whoever has it gives it back. */
export interface Lease {
  readonly port: number
  /** Its connections are kept open between calls. */
  readonly agent: Agent
  readonly release: () => void
  /** No further call goes there: it answers no more. */
  readonly retire: () => void
}

export type NotLoaded = Exclude<Loaded, { kind: 'listens' }>

/** Functions as processes: started with the first call, kept for the next. */
export interface Processes {
  readonly lease: (name: string, entry: string) => Promise<Lease | NotLoaded>
  /** Files have changed: the next call starts anew, and calls that are under way come to their end. */
  readonly retire: (isMeant: (name: string) => boolean) => void
  readonly close: () => Promise<void>
}

interface Running {
  readonly name: string
  readonly process: DenoProcess
  readonly agent: Agent
  /** Under way at the moment, or waiting for it to load. */
  calls: number
}

export interface ProcessesOptions {
  readonly deno: () => Promise<Deno>
  readonly secrets: () => Readonly<Record<string, string>>
  /** How many are kept; one with a call under way is never ended for another. */
  readonly limit: number
  readonly say: (said: Said) => void
}

export function openProcesses({ deno: denoOf, secrets, limit, say }: ProcessesOptions): Processes {
  /** The least recently used first. */
  const current = new Map<string, Running>()
  const all = new Set<Running>()
  let isClosed = false

  function start(name: string, entry: string, deno: Deno): Running {
    const process = startDeno({ name, entry, deno, secrets: secrets(), say })
    const running = { name, process, agent: new Agent({ keepAlive: true }), calls: 0 }
    all.add(running)
    void forgetAtItsEnd(running)
    return running
  }

  async function forgetAtItsEnd(running: Running): Promise<void> {
    const how = await running.process.exited
    all.delete(running)
    const text = `ended by itself: ${how}`
    if (current.get(running.name) === running) say({ from: `functions/${running.name}`, level: 'warn', text })
    retire(running)
  }

  function retire(running: Running): void {
    if (current.get(running.name) === running) current.delete(running.name)
    if (running.calls > 0 && all.has(running)) return
    running.process.end()
    running.agent.destroy()
  }

  function release(running: Running): void {
    running.calls--
    if (current.get(running.name) !== running) retire(running)
    makeRoom(limit)
  }

  function makeRoom(most: number): void {
    const idle = [...current.values()].filter(({ calls }) => calls === 0)
    for (const running of idle.slice(0, Math.max(0, current.size - most))) retire(running)
  }

  return {
    async lease(name, entry) {
      const deno = await denoOf()
      if (isClosed) return { kind: 'died', how: 'the emulator has ended' }
      if (!current.has(name)) makeRoom(limit - 1)
      const running = current.get(name) ?? start(name, entry, deno)
      current.delete(name)
      current.set(name, running)
      running.calls++
      const loaded = await running.process.loaded
      if (loaded.kind !== 'listens') {
        release(running)
        retire(running)
        return loaded
      }
      return {
        port: loaded.port,
        agent: running.agent,
        release: () => release(running),
        retire: () => retire(running),
      }
    },
    retire(isMeant) {
      for (const running of current.values()) if (isMeant(running.name)) retire(running)
    },
    async close() {
      isClosed = true
      current.clear()
      const ending = [...all]
      for (const { process, agent } of ending) {
        process.end()
        agent.destroy()
      }
      await Promise.all(ending.map(({ process }) => process.exited))
    },
  }
}
