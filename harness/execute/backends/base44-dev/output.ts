import { appendFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** What a process writes, line by line: the last of it is kept, and lines can be waited for. */
export interface Output {
  /** A reader for one stream of it. */
  reader: () => (chunk: string) => void
  /** The next line that matches. */
  next: (pattern: RegExp) => Promise<RegExpExecArray>
  /** The last lines, without what is nobody's business. */
  last: (count: number) => string[]
}

/** Nothing that is written is trusted to be short. */
const longestLine = 2_000
const linesKept = 200

export function openOutput({ secrets, transcript }: { secrets: readonly string[]; transcript?: string }): Output {
  const lines: string[] = []
  let waiting: { pattern: RegExp; found: (match: RegExpExecArray) => void }[] = []
  const take = (written: string): void => {
    const line = stripVTControlCharacters(written).trimEnd().slice(0, longestLine)
    if (line.trim() === '') return
    if (transcript !== undefined) appendFileSync(transcript, `${line}\n`)
    lines.push(line)
    if (lines.length > linesKept) lines.shift()
    waiting = waiting.filter(({ pattern, found }) => {
      const match = pattern.exec(line)
      if (match !== null) found(match)
      return match === null
    })
  }
  return {
    reader() {
      let rest = ''
      return (chunk) => {
        const parts = (rest + chunk).split(/\r?\n/)
        rest = (parts.pop() ?? '').slice(0, longestLine)
        parts.forEach(take)
      }
    },
    next: (pattern) => new Promise((found) => void waiting.push({ pattern, found })),
    last: (count) => lines.slice(-count).map((line) => hidden(line, secrets)),
  }
}

/** Tokens of this backend are JSON Web Tokens. */
function hidden(line: string, secrets: readonly string[]): string {
  const without = secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '‹secret›'), line)
  return without.replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '‹token›')
}
