import { expect, test } from 'vitest'
import { readMarked } from './marked-output.ts'

const mark = '\u0001id\u0001'

function read(...pieces: readonly string[]) {
  const words: string[] = []
  const lines: string[] = []
  const { read, end } = readMarked({ mark, onWord: (one) => words.push(one), onLine: (one) => lines.push(one) })
  for (const piece of pieces) read(piece)
  end()
  return { words, lines }
}

test.each([
  [
    'lines are told one by one, the last also without its end',
    ['a\nb\r\n', 'c'],
    { words: [], lines: ['a', 'b', 'c'] },
  ],
  ['a line may come in pieces', ['a', 'b\n'], { words: [], lines: ['ab'] }],
  ['a word stands for itself, where a line has not ended', [`a${mark}listens 1${mark}b\n`], { words: ['listens 1'], lines: ['ab'] }], // prettier-ignore
  ['a word may come in pieces', [`${mark}lis`, `tens 1${mark}`], { words: ['listens 1'], lines: [] }],
  ['colours are taken out', ['\u001b[31mred\u001b[0m\n'], { words: [], lines: ['red'] }],
])('%s', (_title, pieces, told) => expect(read(...pieces)).toEqual(told))

test('a line that never ends is told in pieces', () => {
  expect(read('x'.repeat(25_000)).lines.map(({ length }) => length)).toEqual([10_000, 10_000, 5000])
})
