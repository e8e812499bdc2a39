import type { Mismatch } from '../model/verdict.ts'
import { comment } from './source/text.ts'

/** What is said above a script, so that it can stand alone in a bug report. */
export interface Evidence {
  readonly title: string
  /** The sentences of the documentation, with where they stand. */
  readonly quotes: readonly {
    readonly id: string
    readonly document: string
    readonly section: string
    readonly quote: string
  }[]
  /** Why it counts, where no document says it. */
  readonly reason?: string
  /** What was seen, in words: lines of expected and observed. */
  readonly sentence: string
  readonly expected: readonly string[]
  readonly observed: readonly string[]
  /** `contract#row` */
  readonly case: string
  /** The SDK that it was seen with, and the Node it ran on. */
  readonly subject: string
  readonly node: string
  /** What `npm install` is given. */
  readonly install: string
  /** The command that made the script. */
  readonly command: string
}

/** The comment at the head of a script: the promise, what was seen instead, how to see it again. */
export function headSource(evidence: Evidence, mismatch: Mismatch): string {
  const { title, quotes, reason, sentence, expected, observed, subject, node, install, command } = evidence
  const lines = [
    title,
    '',
    ...quotes.flatMap(({ id, document, section, quote }) => [
      ...wrapped(`“${quote}”`),
      `  (${document}, ${section}; ${id})`,
    ]),
    ...(reason === undefined ? [] : wrapped(reason)),
    ...(quotes.length > 0 || reason !== undefined ? [''] : []),
    mismatch.observedClass === 'load' ? sentence : `Seen instead: ${sentence}.`,
    ...beside('expected', expected),
    ...beside('observed', observed),
    '',
    `With ${subject}, on Node ${node}. Written by: ${command}`,
    `Run it in an empty folder:  npm init -y && npm install ${install} && node repro.mjs`,
    'Exit code 1: it is as reported. 0: the promise is kept. 2: something else went wrong.',
  ]
  return lines.map(comment).join('\n')
}

function beside(label: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => `  ${index === 0 ? label : ' '.repeat(label.length)}  ${line}`)
}

const width = 100

function wrapped(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((one) => `  ${one}`)
}
