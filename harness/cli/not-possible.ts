import type { Command } from 'commander'
import { nearest } from '../load/nearest.ts'
import { UsageError } from './usage-error.ts'

/** A first word that is no command, or an option that belongs behind one. */
export async function notPossible(word: string, { commands }: Command): Promise<never> {
  const names = commands.map((command) => command.name())
  const owners = commands.filter(({ options }) => options.some(({ long }) => long === word)).map((one) => one.name())
  const guess = nearest(word, names)
  const hint =
    owners.length > 0
      ? `; it belongs behind ${owners.join(', ')}.`
      : guess === undefined
        ? '.'
        : `; did you mean ${guess}?`
  const kind = word.startsWith('-') ? 'option' : 'command'
  throw new UsageError(`there is no ${kind} "${word}"${hint} What is possible: base44-conformance --help`)
}
