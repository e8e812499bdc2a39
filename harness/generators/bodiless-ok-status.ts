import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'

/** A success that has no body. Breaks what parses an answer before it looks at the status. */
export const bodilessOkStatus: Generator = {
  name: 'bodiless-ok-status',
  title: 'A success without a body: 204 or 205',
  classes: { '204': (value) => value === 204, '205': (value) => value === 205 },
  arbitrary: fc.constantFrom(204, 205),
}
