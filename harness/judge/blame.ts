import type { Step } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Observation } from '../model/outcome.ts'
import type { Blame, Mismatch } from '../model/verdict.ts'
import type { Bindings } from '../model/value.ts'
import { asReceived, calledInstead } from './as-called.ts'
import { changedAnswer } from './changed-answer.ts'
import { judgeStep } from './judge-step.ts'

/**
 * Which seat broke a promise that a backend is judged by. What passed was recorded in front of it and behind its
 * functions: what left the caller right and arrived wrong, or left the function right and reached the caller wrong,
 * was broken in between.
 */
export function blameFor(at: { step: Step; bindings: Bindings; observation: Observation; mismatch: Mismatch }): Blame {
  const blame = blameBetween(at)
  if (blame.owner !== 'sdk') return blame
  if (at.step.kind === 'http') return backend('it was asked by a raw request, and its answer is what was seen')
  return blame
}

function blameBetween(at: Parameters<typeof blameFor>[0]): Blame {
  const { mismatch, observation } = at
  const before = observation.exchanges.filter(({ seat }) => seat === 'caller')
  const behind = observation.exchanges.filter(({ seat }) => seat === 'desk')
  if (mismatch.kind === 'escaped') {
    const forwards = observation.escapes.some(({ through }) => through === 'forward')
    return forwards ? backend('it was about to hand the request to another host') : sdk('it turned to another host')
  }
  if (before.some(({ lost }) => lost === true)) return backend('it broke the connection off')
  if (mismatch.kind === 'timed-out' && before.some(({ unfinished }) => unfinished === true)) {
    return backend('between the function and the caller: the answer began and never ended')
  }
  if (mismatch.expectation === 'prints') return backend('at its terminal: that is what was printed there')
  if (mismatch.expectation === 'receives') return blameForRequest({ ...at, before, behind })
  if (at.step.kind === 'inside' && before.at(-1)?.response !== undefined) {
    return backend('inside its function: that is what was seen there')
  }
  return blameForAnswer({ step: at.step, before, behind })
}

function backend(where: string): Blame {
  return { owner: 'backend', where }
}

function sdk(where: string): Blame {
  return { owner: 'sdk', where }
}

/** The promise is held against what left the caller: where that keeps it, it was broken on the way. */
function blameForRequest({
  step,
  bindings,
  observation,
  before,
  behind,
}: {
  step: Step
  bindings: Bindings
  observation: Observation
  before: readonly Exchange[]
  behind: readonly Exchange[]
}): Blame {
  if (behind.length === 0 && before.length > 0) {
    return backend(`between the caller and the function: the request never reached it; ${answered(before.at(-1))}`)
  }
  if (before.length !== behind.length) {
    return backend(`between the caller and the function: ${before.length} sent, ${behind.length} arrived`)
  }
  const another = calledInstead(before, behind)
  if (another !== undefined) return backend(`between the caller and the function: ${another}`)
  const asSent = before.map((exchange, index) => asReceived(exchange, behind[index]?.received))
  const { expect } = step
  const onlyReceived = { ...step, expect: expect.receives === undefined ? {} : { receives: expect.receives } } as Step
  const judged = judgeStep({ step: onlyReceived, bindings, observation: { ...observation, exchanges: asSent } })
  return judged.kind === 'broken'
    ? sdk('before it left the caller: the request was wrong when it was sent')
    : backend('between the caller and the function: the request left the caller as promised')
}

function blameForAnswer({
  step,
  before,
  behind,
}: {
  step: Step
  before: readonly Exchange[]
  behind: readonly Exchange[]
}): Blame {
  const got = before.at(-1)
  const gave = behind.at(-1)?.response
  if (got === undefined) return sdk('before it left the caller: nothing was sent')
  if (got.response === undefined) return backend('it did not answer')
  if (gave === undefined) return backend(`nothing came to the desk behind its functions; ${answered(got)}`)
  const another = calledInstead(before, behind)
  if (another !== undefined) return backend(`between the caller and the function: ${another}`)
  if (gave.fault !== undefined) return backend(`the function ${failures[gave.fault] ?? gave.fault}; ${answered(got)}`)
  const changed = changedAnswer(before, behind)
  if (changed !== undefined) return backend(`between the function and the caller: ${changed}`)
  if (step.kind === 'call' && behind.length < before.length) {
    return backend(`between the caller and the function: ${before.length} sent, ${behind.length} arrived`)
  }
  return sdk('after it reached the caller: the answer came as the function gave it')
}

/** What a function did instead of giving an answer. */
const failures: Readonly<Record<string, string>> = {
  throws: 'threw',
  hangs: 'gave no answer',
  'reset-mid-body': 'broke its answer off',
}

function answered(exchange: Exchange | undefined): string {
  return exchange?.response === undefined ? 'nobody answered' : `the caller got ${exchange.response.status}`
}
