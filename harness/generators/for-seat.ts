import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'
import { generators } from './index.ts'

/** Where a backend only has the functions that are deployed there, names are drawn from those. */
export function generatorsFor(functions: readonly string[] | undefined): Readonly<Record<string, Generator>> {
  if (functions === undefined) return generators
  const plain = functions.filter((name) => /^[a-z][a-z0-9-]*$/i.test(name))
  return {
    ...generators,
    'function-name': drawnFrom('function-name', functions),
    'plain-function-name': drawnFrom('plain-function-name', plain),
  }
}

function drawnFrom(name: string, functions: readonly string[]): Generator {
  const usual = generators[name]
  if (usual === undefined || functions.length === 0) throw new Error(`${name} has nothing to draw from`)
  return { ...usual, classes: {}, arbitrary: fc.constantFrom(...functions) }
}
