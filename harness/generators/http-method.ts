import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { commonWithBody, rareMethods } from './parts/methods.ts'

const common = ['GET', 'HEAD', ...commonWithBody] as const

/**
 * A method that `fetch` admits: not CONNECT, TRACE or TRACK. Breaks what knows five methods by heart, or turns
 * one into another.
 */
export const httpMethod: Generator = {
  name: 'http-method',
  title: 'A method that fetch admits, the rare ones included',
  classes: {
    ...Object.fromEntries(common.map((method) => [method, (value: unknown): boolean => value === method])),
    rare: (value) => (rareMethods as readonly unknown[]).includes(value),
  },
  arbitrary: alternatives([4, fc.constantFrom(...common)], [1, fc.constantFrom(...rareMethods)]),
}
