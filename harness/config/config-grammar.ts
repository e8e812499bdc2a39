import { z } from 'zod'
import { closed, line, named, oneOrMany } from '../load/grammar/words.ts'
import { backendsGrammar } from './backends-grammar.ts'
import { reporters } from '../../reports/reporters/index.ts'

/** The shape of a configuration; an unknown key is answered with the nearest right one. */
export function configGrammar(): z.ZodType {
  return closed({
    sdk: oneOrMany(line(), 'a version or a folder').optional(),
    backend: oneOrMany(line(), 'a backend').optional(),
    with: oneOrMany(line(), 'a package with its version').optional(),
    backends: backendsGrammar().optional(),
    suite: line().optional(),
    only: oneOrMany(line(), 'a contract or a glob').optional(),
    contracts: folders('of contracts'),
    deviations: folders('of deviations'),
    suites: named(suiteGrammar()).optional(),
    reports: closed(Object.fromEntries(Object.keys(reporters).map((kind) => [kind, line().optional()]))).optional(),
    runs: wholeNumber(1),
    seed: wholeNumber(0),
    jobs: wholeNumber(1),
    timeout: wholeNumber(1),
    strict: z.boolean().optional(),
    bail: z.boolean().optional(),
    repeat: wholeNumber(1),
    known: z.boolean().optional(),
    $schema: z.string().optional(),
  })
}

function suiteGrammar(): z.ZodType {
  return closed({
    title: line().optional(),
    contracts: z.array(line(), 'a list of globs').min(1, 'at least one glob'),
    runs: wholeNumber(1),
  })
}

function folders(of: string): z.ZodType {
  return z.array(line(), `a list of folders ${of}`).optional()
}

/** As on the command line: 31 bits. */
function wholeNumber(least: number): z.ZodType {
  const wanted = `a whole number from ${least} to ${2 ** 31 - 1}`
  return z
    .int(wanted)
    .min(least, wanted)
    .max(2 ** 31 - 1, wanted)
    .optional()
}
