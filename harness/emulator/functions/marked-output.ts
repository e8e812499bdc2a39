import { stripVTControlCharacters } from 'node:util'

/** A line without an end is told in pieces of this length: a function may write without ever ending one. */
const longest = 10_000

/**
 * Reads what a process writes, piece by piece: what the wrapper says between its marks, and the lines of the function.
 * Marks are taken out wherever they stand, also in the middle of a line.
 */
export function readMarked({
  mark,
  onWord,
  onLine,
}: {
  mark: string
  onWord: (word: string) => void
  onLine: (line: string) => void
}): { readonly read: (text: string) => void; readonly end: () => void } {
  let rest = ''
  const marked = new RegExp(`${mark}([^\\n]*?)${mark}`, 'g')
  const tell = (line: string): void => onLine(stripVTControlCharacters(line))
  return {
    read(text) {
      rest = (rest + text).replace(marked, (_whole, word: string) => {
        onWord(word)
        return ''
      })
      const lines = rest.split(/\r?\n/)
      rest = lines.pop() ?? ''
      for (const line of lines) tell(line)
      for (; rest.length > longest; rest = rest.slice(longest)) tell(rest.slice(0, longest))
    },
    end() {
      if (rest !== '') tell(rest)
      rest = ''
    },
  }
}
