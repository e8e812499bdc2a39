import { Document, isNode, isSeq, Scalar, visit } from 'yaml'
import type { HistoryStep } from '../harness/model/verdict.ts'
import { visible } from './visible.ts'

/**
 * A model's history as the steps of a contract: put behind `steps:`, beside the `given` of its own, it is one. Above
 * each stands what it is to its command; the last is the one that failed.
 */
export function showHistory(history: readonly HistoryStep[], { width }: { width: number }): string[] {
  const document = new Document(
    history.map(({ step }) => step),
    // The language knows no anchors: what is the same in two places is written twice.
    { aliasDuplicateObjects: false },
  )
  const steps = isSeq(document.contents) ? document.contents.items : []
  for (const [index, step] of steps.entries()) {
    if (!isNode(step)) continue
    Object.assign(step, { flow: true })
    const comment = commentAt(index, history)
    if (comment !== undefined) step.commentBefore = ` ${comment}`
  }
  // What has to be made visible is written as an escape, which stands for it between these quotes and no others.
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && visible(scalar.value) !== scalar.value) scalar.type = Scalar.QUOTE_DOUBLE
    },
  })
  return document.toString({ lineWidth: width, singleQuote: true }).trimEnd().split('\n').map(escaped)
}

/** As YAML escapes it: eight digits where JavaScript has braces. */
function escaped(line: string): string {
  const astral = /[\u{10000}-\u{10ffff}]/gu
  return visible(
    line.replace(astral, (one) =>
      visible(one) === one ? one : `\\U${one.codePointAt(0)?.toString(16).padStart(8, '0')}`,
    ),
  )
}

/** Said once for the steps that are the same to the same command. */
function commentAt(index: number, history: readonly HistoryStep[]): string | undefined {
  const of = history[index]?.of
  if (index === history.length - 1) return `${of} ✗ not as promised`
  return of === history[index - 1]?.of ? undefined : of
}
