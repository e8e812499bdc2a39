/** A request target taken apart, without `new URL()`, which would make `../x` and `a%2Fb` look right. */
export interface Target {
  /** Path segments, each percent-decoded on its own. */
  readonly segments: readonly string[]
  /** Decoded name and value pairs of the query, in order. */
  readonly query: readonly (readonly [string, string])[]
}

export function parseTarget(target: string): Target {
  return { segments: pathSegments(target), query: parseQuery(queryTextOf(target)) }
}

/** Only the path, as it stood in the request line. */
export function pathOf(target: string): string {
  const mark = target.indexOf('?')
  return mark < 0 ? target : target.slice(0, mark)
}

/** Only the segments of the path, each percent-decoded on its own. */
export function pathSegments(target: string): string[] {
  return segmentsOf(pathOf(target)).map(percentDecoded)
}

/** Only what follows the first question mark, as it stood in the request line. */
export function queryTextOf(target: string): string {
  const mark = target.indexOf('?')
  return mark < 0 ? '' : target.slice(mark + 1)
}

/** The segments of a path, without its leading slash: `''` and `/` have none. */
export function segmentsOf(path: string): string[] {
  const rest = path.startsWith('/') ? path.slice(1) : path
  return rest === '' ? [] : rest.split('/')
}

export function parseQuery(query: string): [string, string][] {
  return query === '' ? [] : [...new URLSearchParams(query)]
}

/** Percent-decoding of the URL Standard: what is no valid escape stays as it is. */
export function percentDecoded(segment: string): string {
  if (!segment.includes('%')) return segment
  const bytes: number[] = []
  const source = Buffer.from(segment, 'utf8')
  for (let at = 0; at < source.length; at++) {
    const code = source[at] as number
    const digits = source.toString('latin1', at + 1, at + 3)
    if (code === 0x25 && /^[0-9a-f]{2}$/i.test(digits)) {
      bytes.push(Number.parseInt(digits, 16))
      at += 2
    } else bytes.push(code)
  }
  return Buffer.from(bytes).toString('utf8')
}
