/** A text that knows where it may be broken: flat where it fits, one item a line where it does not. */
export type Layout = string | Group | Around

export interface Group {
  readonly kind: 'group'
  readonly open: string
  readonly items: readonly Layout[]
  readonly close: string
  /** A space inside the brackets while it is flat. */
  readonly padded: boolean
}

/** Something with text before and behind it that stays on its line: a label, a bracket. */
export interface Around {
  readonly kind: 'around'
  readonly before: string
  readonly inner: Layout
  readonly after: string
}

export function group(open: string, items: readonly Layout[], close: string): Group {
  return { kind: 'group', open, items, close, padded: open.endsWith('{') }
}

export function around(before: string, inner: Layout, after: string = ''): Around {
  return { kind: 'around', before, inner, after }
}

export function flat(layout: Layout): string {
  if (typeof layout === 'string') return layout
  if (layout.kind === 'around') return layout.before + flat(layout.inner) + layout.after
  const pad = layout.padded && layout.items.length > 0 ? ' ' : ''
  return layout.open + pad + layout.items.map(flat).join(', ') + pad + layout.close
}

/** Lines no wider than `width`, as far as texts that cannot be broken allow. */
export function broken(layout: Layout, width: number): string[] {
  if (typeof layout === 'string') return [layout]
  const whole = flat(layout)
  if (whole.length <= width) return [whole]
  return layout.kind === 'around' ? brokenAround(layout, width) : brokenGroup(layout, width)
}

function brokenAround({ before, inner, after }: Around, width: number): string[] {
  const [first = '', ...rest] = broken(inner, width - (typeof inner === 'string' ? 0 : after.length))
  const lines = [before + first, ...rest]
  return [...lines.slice(0, -1), `${lines.at(-1)}${after}`]
}

function brokenGroup({ open, items, close }: Group, width: number): string[] {
  if (items.length === 0) return [open + close]
  const inner = items.flatMap((item) => brokenAround(around('', item, ','), width - 2))
  return [open, ...inner.map((line) => `  ${line}`), close]
}
