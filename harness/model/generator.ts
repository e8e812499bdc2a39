import type { Arbitrary } from 'fast-check'
import type { Encoded } from './value.ts'

/** A named source of values: a fast-check arbitrary over plain data, so that draws can be written down. */
export interface Generator {
  readonly name: string
  /** One sentence for `list` and for editors. */
  readonly title: string
  /** Members a contract may name as `${x.member}`; none: the value is used whole. */
  readonly members?: readonly string[]
  /** Classes of value it promises to meet; each must occur within 1,000 seeds. */
  readonly classes: Readonly<Record<string, (value: Encoded) => boolean>>
  readonly arbitrary: Arbitrary<Encoded>
}
