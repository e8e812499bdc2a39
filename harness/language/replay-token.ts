import type { DrawPlace, Replay } from '../model/replay.ts'

/**
 * `functions/invoke-x:row@-1234:17:0.9f2c`: the case, and where its draw is found again, with a checksum of the draw
 * where it is drawn. Every character stands for itself in a shell and in a URL, which is why a row, `#row` in an id,
 * stands behind a colon here.
 */
export function writeReplay({ contract, row, draw }: Replay): string {
  return `${escaped(contract)}${row === undefined ? '' : `:${escaped(row)}`}@${writePlace(draw)}`
}

/** What a token says; undefined for a text that is none. `#row` is understood as well as `:row`. */
export function readReplay(token: string): Replay | undefined {
  const at = token.lastIndexOf('@')
  const [contract, row, ...others] = token.slice(0, Math.max(0, at)).split(/[:#]/).map(unescaped)
  const draw = readPlace(token.slice(at + 1))
  if (contract === undefined || contract === '' || row === '' || others.length > 0 || draw === undefined) {
    return undefined
  }
  return { contract, ...(row !== undefined && { row }), draw }
}

function writePlace(draw: DrawPlace): string {
  switch (draw.kind) {
    case 'nothing':
      return '-'
    case 'witness':
      return `witness:${escaped(draw.deviation)}`
    case 'listed':
      return `all:${draw.path}${checked(draw.check)}`
    case 'seeded':
      return `${draw.seed}:${draw.path}${checked(draw.check)}`
  }
}

function checked(check: string | undefined): string {
  return check === undefined ? '' : `.${check}`
}

/** Numbers of up to nine digits: no run has more draws, and a longer number would be counted up to for hours. */
const drawn = /^(?<from>all|-?\d{1,10}):(?<path>\d{1,9}(?::\d{1,9})*)(?:\.(?<check>[0-9a-f]{4}))?$/

function readPlace(text: string): DrawPlace | undefined {
  if (text === '-') return { kind: 'nothing' }
  const [, deviation] = /^witness:([^:]+)$/.exec(text) ?? []
  if (deviation !== undefined) return { kind: 'witness', deviation: unescaped(deviation) }
  const { from, path, check } = drawn.exec(text)?.groups ?? {}
  if (from === undefined || path === undefined) return undefined
  const more = { path, ...(check !== undefined && { check }) }
  return from === 'all' ? { kind: 'listed', ...more } : { kind: 'seeded', seed: Number(from), ...more }
}

/** Rows may be called anything. */
function escaped(name: string): string {
  return name
    .toWellFormed()
    .replace(/[^\w./-]/gu, (character) =>
      Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    )
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
