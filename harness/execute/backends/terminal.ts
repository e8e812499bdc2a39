import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'

/** What a backend that runs here prints, from a file to which all of it is written. */
export interface Terminal {
  /** Where it is now. */
  readonly position: () => number
  /** The lines since a position; one that is not ended yet is none. */
  readonly since: (position: number) => Promise<readonly string[]>
  /** Resolves when so many lines that match have come since a position, or when the time is over. */
  readonly grown: (wanted: Wanted) => Promise<void>
}

export interface Wanted {
  readonly from: number
  readonly lines: number
  /** Left out: any line counts. */
  readonly like?: RegExp
  readonly withinMs: number
}

/** Files tell no reader that they grew, on every system: they are looked at this often. */
const everyMs = 20

export function openTerminal(file: string): Terminal {
  const position = (): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

  async function since(from: number): Promise<readonly string[]> {
    const to = position()
    if (to <= from) return []
    await using handle = await open(file, 'r')
    const bytes = Buffer.alloc(to - from)
    await handle.read(bytes, 0, bytes.length, from)
    const lines = stripVTControlCharacters(bytes.toString('utf8')).split(/\r?\n/)
    return lines.slice(0, -1)
  }

  return {
    position,
    since,
    async grown({ from, lines, like = /^/, withinMs }) {
      for (let waited = 0; waited < withinMs; waited += everyMs) {
        if ((await since(from)).filter((line) => like.test(line)).length >= lines) return
        await setTimeout(everyMs)
      }
    },
  }
}
