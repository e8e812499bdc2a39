import type { Step } from '../model/contract.ts'
import type { Observation } from '../model/outcome.ts'
import { finding, type Finding } from './finding.ts'
import { classOf } from './class-of.ts'
import type { Trail } from './trail.ts'

/**
 * What no contract has to ask for: a call settles, the thread lives, nothing leaves loopback, and no error
 * is left for nobody to catch.
 */
export function judgeConduct({
  observation,
  trail,
}: {
  step: Step
  observation: Observation
  trail: Trail
}): Finding | undefined {
  const { outcome, escapes, uncaught } = observation
  if (outcome.kind === 'crashed') {
    return finding('crashed', trail, {
      expected: 'the thread lives on',
      observed: outcome.detail,
      observedClass: outcome.how,
    })
  }
  const [escape] = escapes
  if (escape !== undefined) {
    const observed = `${escape.through} ${escape.target}`
    return finding('escaped', trail, {
      expected: 'nothing leaves for another host',
      observed,
      observedClass: escape.route === undefined ? escape.through : `${escape.through} ${escape.route}`,
    })
  }
  if (outcome.kind === 'timed-out') {
    const observed = `not settled after ${outcome.limitMs} ms`
    return finding('timed-out', trail, { expected: 'the call settles', observed, observedClass: 'pending' })
  }
  const [error] = uncaught
  if (error === undefined) return undefined
  return finding('uncaught', trail, {
    expected: 'every error reaches the caller',
    observed: error,
    observedClass: classOf(error),
  })
}
