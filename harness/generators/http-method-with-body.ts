import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { commonWithBody, rareMethods } from './parts/methods.ts'

/** A method that `fetch` admits a body for: not GET or HEAD. Breaks what drops the body of a DELETE or OPTIONS. */
export const httpMethodWithBody: Generator = {
  name: 'http-method-with-body',
  title: 'A method that fetch admits a body for, the rare ones included',
  classes: {
    ...Object.fromEntries(commonWithBody.map((method) => [method, (value: unknown): boolean => value === method])),
    rare: (value) => (rareMethods as readonly unknown[]).includes(value),
  },
  arbitrary: alternatives([4, fc.constantFrom(...commonWithBody)], [1, fc.constantFrom(...rareMethods)]),
}
