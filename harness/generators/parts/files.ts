import fc, { type Arbitrary } from 'fast-check'
import type { EncodedObject } from '../../model/value.ts'
import { alternatives } from './alternatives.ts'
import { fewBytes, manyBytes } from './content.ts'
import { fileName } from './form-names.ts'

/** Types as a `File` keeps them: printable ASCII, lower case. */
const fileType = alternatives(
  [3, fc.constantFrom('text/plain', 'application/pdf', 'image/png')],
  [1, fc.constant('')],
  [
    1,
    fc.constantFrom(
      'text/plain;charset=utf-8',
      'text/plain; charset=iso-8859-1',
      'text/csv;header=present;charset="utf-8"',
    ),
  ],
  [
    1,
    fc.constantFrom(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.api+json',
      'image/svg+xml',
    ),
  ],
  [1, fc.constantFrom('application/octet-stream', 'application/json', 'application/x-www-form-urlencoded')],
)

const content = alternatives([80, fewBytes], [1, manyBytes(256 * 1024)])

/** A file of any name, type and content, as a `$file` form. */
export const anyFile: Arbitrary<EncodedObject> = fc
  .tuple(fileName, fileType, content)
  .map(([name, type, bytes]) => ({ $file: { name, type, bytes } }))
