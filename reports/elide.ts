/** The two ends of something too long to show, and how many bytes lie between them. */
export interface Elided {
  readonly head: string
  readonly tail: string
  readonly bytes: number
}

/**
 * Cuts the middle out of a text, so that both ends together take `limit` characters once `escape` has made them
 * visible; undefined where it fits. Looks at the ends only: a text may have megabytes.
 */
export function elide(text: string, { limit, escape }: ElideOptions): Elided | undefined {
  if (text.length <= limit && escape(text).length <= limit) return undefined
  const head = startOf(text, { budget: Math.ceil((limit * 2) / 3), escape })
  const rest = text.slice(head.length)
  const tail = endOf(rest, { budget: Math.floor(limit / 3), escape })
  return { head, tail, bytes: Buffer.byteLength(rest) - Buffer.byteLength(tail) }
}

export interface ElideOptions {
  readonly limit: number
  readonly escape: (text: string) => string
}

interface Budget {
  readonly budget: number
  readonly escape: (text: string) => string
}

function startOf(text: string, { budget, escape }: Budget): string {
  let end = 0
  let left = budget
  for (const character of text.slice(0, budget)) {
    left -= escape(character).length
    if (left < 0) break
    end += character.length
  }
  return text.slice(0, end)
}

function endOf(text: string, { budget, escape }: Budget): string {
  if (budget === 0) return ''
  let start = text.length
  let left = budget
  for (const character of Array.from(text.slice(-budget)).reverse()) {
    left -= escape(character).length
    if (left < 0) break
    start -= character.length
  }
  return text.slice(start)
}
