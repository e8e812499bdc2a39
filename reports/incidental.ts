import type { Violation } from '../harness/model/verdict.ts'
import { escapeRegExp, replaceLiterals } from './literals.ts'
import { rewriteViolation } from './rewrite.ts'

type Text = (text: string) => string

/** An address of this machine's loopback with a port, the colon as such or percent-encoded. */
const address = /(?<![\d.])(?:127\.0\.0\.1|localhost)(?::|%3A)(\d{1,5})\b/gi

export interface ReplaceOriginsOptions {
  /** Origins that the stage is known to have had. */
  readonly known: readonly string[]
  /** Everything that was drawn: an address in it is part of the case, and the same in every run. */
  readonly drawn: string
}

/**
 * `127.0.0.1:40123` → `stage`; further ports become `stage-2`, … in the order in which they appear. `localhost` is
 * the stage only where it has a port of the stage: else somebody wrote it.
 */
export function replaceOrigins({ known, drawn }: ReplaceOriginsOptions): Text {
  const names = new Map<string, string>()
  const nameOf = (port: string): string => {
    const name = names.get(port) ?? (names.size === 0 ? 'stage' : `stage-${names.size + 1}`)
    names.set(port, name)
    return name
  }
  for (const origin of known) for (const [, port] of origin.matchAll(address)) if (port !== undefined) nameOf(port)
  const stays = (found: string, port: string): boolean =>
    !names.has(port) && (drawn.includes(found) || /^localhost/i.test(found))
  return (text) => text.replace(address, (found, port: string) => (stays(found, port) ? found : nameOf(port)))
}

/** Ports of loopback that something in the violation names, be it only the error of a refused connection. */
export function portsIn(violation: Violation): Set<number> {
  return new Set(groupsIn(violation, address).map(Number))
}

/** Multipart boundaries that were made up for one request, wherever a content type names them. */
export function replaceBoundaries(violation: Violation): Text {
  return replaceLiterals(new Map(groupsIn(violation, boundary).map((text) => [text, '‹boundary›'] as const)))
}

/** Made-up boundaries are long; a short one was written by hand, and is the same in every run. */
const boundary = /\bboundary="?([\w'()+,./:=?-]{16,70})/g

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi

/** Generated ids become `‹id:1›`, `‹id:2›`, … in the order in which they appear; drawn ones stay. */
export function replaceIds(drawn: string): Text {
  const names = new Map<string, string>()
  return (text) =>
    text.replace(uuid, (found) => {
      if (drawn.includes(found)) return found
      const key = found.toLowerCase()
      const name = names.get(key) ?? `‹id:${names.size + 1}›`
      names.set(key, name)
      return name
    })
}

/** Absolute folders become what stands for them, the deepest first; `/a/sdk` is not the beginning of `/a/sdk-2`. */
export function replacePaths(prefixes: Readonly<Record<string, string>>): Text {
  const folders = Object.keys(prefixes)
    .filter((folder) => folder.length > 1)
    .sort((a, b) => b.length - a.length)
  if (folders.length === 0) return (text) => text
  const pattern = new RegExp(`(?:${folders.map(escapeRegExp).join('|')})(?![\\w.-])`, 'g')
  return (text) => text.replace(pattern, (found) => prefixes[found] ?? found)
}

/** What the first group of a pattern matched, anywhere in what was seen. */
function groupsIn(violation: Violation, pattern: RegExp): string[] {
  const found = new Set<string>()
  const text = (seen: string): string => {
    for (const [, group] of seen.matchAll(pattern)) if (group !== undefined) found.add(group)
    return seen
  }
  rewriteViolation({ ...violation, counterexample: {} }, { text })
  return [...found]
}
