import type { Fault } from '../../model/fault.ts'

export const swapsAnswers: Fault = {
  id: 'sdk/swaps-answers',
  title: "calls made at the same time get each other's answers",
  observation: (seen) => (seen.parts === undefined ? seen : { ...seen, parts: seen.parts.toReversed() }),
}
