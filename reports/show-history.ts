import { Document, isNode, isSeq } from 'yaml'
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
  return document.toString({ lineWidth: width, singleQuote: true }).trimEnd().split('\n').map(visible)
}

/** Said once for the steps that are the same to the same command. */
function commentAt(index: number, history: readonly HistoryStep[]): string | undefined {
  const of = history[index]?.of
  if (index === history.length - 1) return `${of} ✗ not as promised`
  return of === history[index - 1]?.of ? undefined : of
}
