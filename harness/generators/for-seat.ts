import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'
import { pathsOf } from './function-path.ts'
import { generators } from './index.ts'

/** Where a backend only has the functions that are deployed there, names are drawn from those. */
export function generatorsFor(functions: readonly string[] | undefined): Readonly<Record<string, Generator>> {
  if (functions === undefined) return generators
  const plain = functions.filter((name) => /^[a-z][a-z0-9-]*$/i.test(name))
  return {
    ...generators,
    'function-name': drawnFrom('function-name', fc.constantFrom(...functions)),
    'plain-function-name': drawnFrom('plain-function-name', fc.constantFrom(...plain)),
    'function-path': drawnFrom('function-path', pathsOf(fc.constantFrom(...plain))),
  }
}

/** Input classes are of what may be drawn usually. */
function drawnFrom(name: string, arbitrary: Generator['arbitrary']): Generator {
  const usual = generators[name]
  if (usual === undefined) throw new Error(`there is no generator ${name}`)
  return { ...usual, classes: {}, arbitrary }
}
