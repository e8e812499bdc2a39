import { shorten } from '../../shorten.ts'

/**
 * Text that GitHub shows as it is: no markup, no HTML, nobody notified, nothing linked. What is only recognised after
 * rendering (`@name`, `#123`, addresses, `:emoji:`) is broken up by an empty comment, since an escape would be too late.
 */
export function prose(text: string): string {
  return shorten(text)
    .replace(/[\\`*_[\]<>|~$&]/g, (mark) => entities[mark] ?? `\\${mark}`)
    .replace(/[@#](?=[\p{L}\p{N}_-])|:(?=\/\/|[\w+-]+:)|\bwww(?=\.)|\bGH(?=-\d)/giu, (mark) => `${mark}<!-- -->`)
    .replace(/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b/gi, (hash) => `\`${hash}\``)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text within a line as code, whatever backticks are in it. */
export function code(text: string): string {
  const inner = shorten(text)
  if (inner.trim() === '') return ''
  const ticks = '`'.repeat(longestRun(inner) + 1)
  const pad = /^`|`$|^ .* $/.test(inner) ? ' ' : ''
  return `${ticks}${pad}${inner}${pad}${ticks}`
}

/** Lines as they are, in a fence that none of them ends. They are to be visible already. */
export function fenced(lines: readonly string[], language: string): string[] {
  const ticks = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1))
  return [`${ticks}${language}`, ...lines, ticks]
}

/** A cell of a table: a pipe ends a cell even within code. */
export function cell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, '\\|')
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}
