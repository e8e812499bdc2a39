import fc, { type Arbitrary } from 'fast-check'

/** Short texts that meet each other again, and now and then one that is hard to carry. */
export const words: Arbitrary<string> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constantFrom('a', 'b'), weight: 4 },
  { arbitrary: fc.constantFrom('', ' ', '0', 'null', "it's", '"ö" 🔑', '${a}', '$$', '{{user.email}}'), weight: 1 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }), weight: 1 },
)
