import { pathSegments, segmentsOf } from './target.ts'

/**
 * What follows a function's name in the address that the function sees. Hosts differ in how much of their own path
 * they leave there: the address it was called at, the name alone, or nothing but what follows.
 */
export function subPathOf({ name, target, appId }: { name: string; target: string; appId: string }): string[] {
  const segments = pathSegments(target)
  const own = segmentsOf(name)
  const starts = [['api', 'apps', appId, 'functions'], ['api', 'functions'], ['functions'], []]
  // Where the name travelled as one segment, its slashes are part of it.
  for (const named of [own, [name]]) {
    const start = starts.find((before) => startsWith(segments, [...before, ...named]))
    if (start !== undefined) return segments.slice(start.length + named.length)
  }
  return segments
}

function startsWith(segments: readonly string[], start: readonly string[]): boolean {
  return start.every((segment, at) => segments[at] === segment)
}
