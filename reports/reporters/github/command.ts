import { shorten } from '../../shorten.ts'

/** What GitHub makes of a workflow command: a mark beside a line of a file, and in the list of the run. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly file?: string
  readonly line?: number
  readonly title: string
  /** One line of the message each. */
  readonly lines: readonly string[]
}

/**
 * The annotation as a workflow command, which is one line whatever is said in it. What the runner would take for the end
 * of a property, of the properties or of the command is escaped as it undoes it.
 */
export function workflowCommand({ level, file, line, title, lines }: Annotation): string {
  const properties = [
    ...(file === undefined ? [] : [`file=${property(shorten(file))}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${property(shorten(title, longestTitle))}`,
  ]
  return `::${level} ${properties.join(',')}::${data(lines.map((text) => shorten(text, longestLine)).join('\n'))}\n`
}

/** GitHub takes 255 characters of a title; both ends of a longer one are joined by three. */
const longestTitle = 250

/** A command to copy is whole: the token of a replay may be longer than any sentence. */
const longestLine = 4000

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
