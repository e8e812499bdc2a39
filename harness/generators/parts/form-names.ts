import fc, { type Arbitrary } from 'fast-check'
import { alternatives } from './alternatives.ts'
import { longWord } from './long-text.ts'

/*
 * Names inside a form stand between quotes, where the HTML Standard writes `"` as %22, CR as %0D and LF as %0A
 * and leaves `%` alone: a name that holds one of these three already cannot be told from its escape. No name has
 * them here (no digit follows a percent sign but in `%20`), nor CR, LF, a lone surrogate or a byte order mark.
 */

const awkward = fc.string({
  unit: fc.constantFrom(...'ab"\'\\;=%& ,é名😀'),
  minLength: 1,
  maxLength: 8,
})

/** Names of fields. None begins with `$`: a contract that uses one as a key could not tell it from a form. */
export const fieldName: Arbitrary<string> = alternatives(
  [8, fc.constantFrom('a', 'b', 'file', 'category', 'userId')],
  [2, fc.constantFrom('é', 'e\u0301', '名前', '😀', 'שם')],
  [1, fc.constantFrom('a b', ' ', ' a', 'a ')],
  [1, fc.constantFrom('"', 'a"b', "it's", 'a\\b', 'a; filename="b"')],
  [2, fc.constantFrom('a[b]', 'a[]', 'a[0]', 'a[b][c]')],
  [1, fc.constantFrom('a.b', '.', 'a..b')],
  [2, fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'then')],
  [1, fc.constantFrom('0', '1', '-1', '1e3')],
  [2, awkward],
  [1, longWord(300)],
)

/** Names of files, as a person or another system chose them. */
export const fileName: Arbitrary<string> = alternatives(
  [6, fc.constantFrom('a.txt', 'report.pdf', 'archive.tar.gz', 'IMG_0001.JPG')],
  [
    3,
    fc.constantFrom('r\u00e9sum\u00e9.pdf', 're\u0301sume\u0301.pdf', '注文.csv', '😀.png', 'תמונה.jpg', 'i\u0307.txt'),
  ],
  [2, fc.constantFrom('my file (1).txt', ' a.txt', 'a .txt')],
  [1, fc.constantFrom('a"b".txt', '"')],
  [1, fc.constantFrom('a\\b.txt', 'C:\\a.txt', 'a\\')],
  [1, fc.constantFrom('100%.txt', 'a%20b.txt', '%', 'a%b')],
  [1, fc.constantFrom('a;b.txt', 'a; filename=b.txt', "it's=a&b.txt")],
  [1, fc.constantFrom('a/b.txt', '../a.txt', '/etc/a.txt')],
  [2, fc.constantFrom('README', 'blob', '__proto__')],
  [1, fc.constantFrom('.env', '.gitignore')],
  [2, awkward],
  [1, longWord(400).map((word) => `${word}.txt`)],
)
