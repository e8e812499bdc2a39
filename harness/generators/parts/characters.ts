import fc, { type Arbitrary } from 'fast-check'

/** Printable ASCII, letters first: a counterexample shrinks towards `a`. */
export const ascii: Arbitrary<string> = fc.constantFrom(
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
)

/** Two UTF-16 units each, and clusters of several: breaks what counts or cuts by `length`. */
export const astral: Arbitrary<string> = fc.constantFrom('😀', '𝒳', '𠮷', '🇺🇳', '👩‍💻', '\u{10fffd}')

/** Characters that normalisation would change: breaks what compares or stores NFC. */
export const combining: Arbitrary<string> = fc.constantFrom(
  'e\u0301',
  '\u00e9',
  'o\u0323\u0308',
  '\u212b',
  '\ufb01',
  'ก\u0e33',
)

/** Right-to-left letters, marks and an override: breaks what reorders or strips them. */
export const rightToLeft: Arbitrary<string> = fc.constantFrom('א', 'ש', 'م', 'ر', '\u200f', '\u202e')

/** Halves of a pair: UTF-8 cannot hold them, JSON can (as `\ud800`). */
export const surrogates: Arbitrary<string> = fc.constantFrom('\ud800', '\udbff', '\udc00', '\udfff')

/** Breaks what reads by line, or makes one kind of line break of another. */
export const lineBreaks: Arbitrary<string> = fc.constantFrom('\n', '\r\n', '\r')

/** Line breaks for some readers only: JavaScript before 2019, Python's `splitlines`. */
export const lineSeparators: Arbitrary<string> = fc.constantFrom('\u2028', '\u2029', '\u0085')

/** Breaks what puts text between quotes by hand, or unescapes twice. */
export const quotes: Arbitrary<string> = fc.constantFrom('"', '\\', "'", '`', '\\"', '\\n', '\\u0000', '</script>')

/** Breaks what ends text at NUL, trims it, or strips what cannot be seen. */
export const controls: Arbitrary<string> = fc.constantFrom('\0', '\u0001', '\t', '\u001b', '\u007f', '\u200b', '\u2060')
