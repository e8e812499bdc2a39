import type { Comparison } from './compare-runs.ts'
import { comparisonJson } from './json.ts'
import { comparisonMarkdown } from './markdown.ts'
import { renderComparison } from './terminal.ts'

export type ComparisonKind = 'terminal' | 'json' | 'markdown'

type RenderComparison = (comparison: Comparison, options: { colour: boolean; width: number }) => string

/** Every form that a comparison has. */
export const comparisonRenderers: Readonly<Record<ComparisonKind, RenderComparison>> = {
  terminal: renderComparison,
  json: comparisonJson,
  markdown: comparisonMarkdown,
}
