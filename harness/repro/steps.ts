import type { Step } from '../model/contract.ts'
import type { Encoded } from '../model/value.ts'
import { loneName } from '../language/substitute.ts'
import { buildClients, buildInside, writeAction } from './action.ts'
import { sdkStepsOf, type SdkStep } from './sdk-step.ts'
import { checksOf, checksOfEnd } from './expectations.ts'
import { writeReply } from './replies.ts'
import { callOf, layout, led, listOf, type Doc } from './source/doc.ts'
import { fill } from './source/scope.ts'
import type { Script } from './script.ts'
import { waitingLines } from './waiting.ts'

/** The lines of every step up to the one that was violated, and of what was seen in that one. */
export function stepsSource(script: Script): string {
  const { contract, mismatch } = script
  const conduct = mismatch.expectation === 'conduct'
  const last = conduct && mismatch.kind !== 'timed-out' ? contract.steps.length - 1 : script.step
  const answered = contract.steps.slice(0, last + 1).some((step) => step.answers !== undefined)
  return contract.steps
    .slice(0, last + 1)
    .map((step, index) => stepSource({ step, index, last, answered, script }))
    .join('\n\n')
}

interface At {
  readonly step: Step
  readonly index: number
  readonly last: number
  readonly answered: boolean
  readonly script: Script
}

function stepSource({ step, index, last, answered, script }: At): string {
  const { mismatch, names } = script
  const reported = index === script.step && mismatch.expectation !== 'conduct'
  const first = index === 0
  const outcomes = (step.kind === 'together' ? step.steps : [step]).map(() => names.fresh('outcome'))
  const inside = mayFailToBuild(step, script, reported) ? buildInside(step, script) : undefined
  const built = buildClients([step], script)
  const kept = first ? [] : forgetting(script)
  if (step.expect.streams !== undefined) script.need('lockstep')
  if (step.expect.streams !== undefined || mismatch.kind === 'timed-out') script.need('readBody')
  const lines = [
    ...(last > 0
      ? [`// ${index + 1} of ${last + 1}${index === script.step ? ', which is the one in question' : ''}`]
      : []),
    ...(inside === undefined ? [] : [`let ${[...script.built.values()].at(-1)}`]),
    ...built.map((doc) => layout(doc)),
    ...kept,
    ...(answered ? [answersLine(step, script)] : []),
    ...actionLines({ step, outcomes, inside, script }),
    ...waitingLines(step, script, reported),
    ...(reported ? checksOf(step, outcomes, script) : checksBefore({ step, outcomes, index, script })),
  ]
  return lines.join('\n')
}

/** Of a step that only has to have happened, that it did. Where conduct is in question, nothing else is asked. */
function checksBefore({
  step,
  outcomes,
  index,
  script,
}: {
  step: Step
  outcomes: readonly string[]
  index: number
  script: Script
}): string[] {
  const { mismatch } = script
  if (mismatch.expectation !== 'conduct') return checksOfEnd(step, outcomes, script)
  if (mismatch.kind !== 'timed-out')
    return checksOfEnd(step, outcomes, script).filter((line) => line.startsWith('const '))
  if (index < script.step) return checksOfEnd(step, outcomes, script)
  script.need('holds')
  const hung = outcomes.map((outcome) => `${outcome}.how !== 'hangs'`).join(' && ')
  return [`holds(asReported, 'the call ends', ${hung}, 'it ends', 'it has not ended after 4 seconds')`]
}

/** A client that is not built yet is built inside the action where that is what may fail. */
function mayFailToBuild(step: Step, { mismatch }: Script, reported: boolean): boolean {
  if (step.expect.fails !== undefined || step.expect.throws !== undefined) return true
  return reported && mismatch.kind === 'wrong-outcome' && mismatch.observedClass.startsWith('threw')
}

/** What was seen in earlier steps does not count. */
function forgetting({ needed }: Script): string[] {
  return [
    'requests.length = 0',
    ...(needed.has('callbacks') ? ['for (const calls of Object.values(heard)) calls.length = 0'] : []),
  ]
}

function answersLine({ answers }: Step, script: Script): string {
  script.need('answers')
  if (answers === undefined) return 'answers = undefined'
  return layout(led('answers = ', listOf(answers.map((reply) => writeReply(reply, script)))))
}

function actionLines({
  step,
  outcomes,
  inside,
  script,
}: {
  step: Step
  outcomes: readonly string[]
  inside: Doc | undefined
  script: Script
}): string[] {
  if (step.kind === 'together') {
    const calls = sdkStepsOf(step).map((part) => performing(part, script))
    const all = led(`const [${outcomes.join(', ')}] = await `, callOf('Promise.all', [listOf(calls)]))
    return [layout(all)]
  }
  const performed = performing(sdkStepsOf(step)[0] as SdkStep, script, inside)
  if (!isRefused(step, script)) return [layout(led(`const ${outcomes[0]} = `, awaited(step, performed)))]
  script.need('fault refused')
  return [layout(led(`const ${outcomes[0]} = await `, callOf('whileRefusing', [led('() => ', performed)])))]
}

function performing(step: SdkStep, script: Script, inside?: Doc): Doc {
  const client = inside === undefined ? undefined : [...script.built.values()].at(-1)
  const action = writeAction(step, script)
  const name = step.kind === 'call' ? 'outcomeOf' : 'directly'
  script.need(name)
  if (inside === undefined || client === undefined) return callOf(name, [led('() => ', action)])
  const building = `(${layout(inside)})`
  const begun = layout(action)
  return `${name}(() => ${building}${begun.slice(client.length)})`
}

function awaited(step: Step, doc: Doc): Doc {
  return step.kind === 'call' ? led('await ', doc) : doc
}

/** Where the step's own answer is that nobody answers, the port is closed while it runs. */
function isRefused({ answers }: Step, { scope }: Script): boolean {
  const fault: Encoded | undefined = answers?.[0]?.fault
  if (typeof fault !== 'string') return false
  if (loneName(fault) === undefined) return fault === 'refused'
  const filled = fill(fault, scope)
  return filled.kind === 'value' && filled.value === 'refused'
}
