import type { Bindings } from '../model/value.ts'
import type { Answer, Given, Reply } from '../model/world.ts'
import type { Received, RecordedRequest } from '../model/exchange.ts'
import { pathSegments, segmentsOf } from '../language/target.ts'
import { substitute } from '../language/substitute.ts'
import { answerFrom, platformAnswer } from './answer.ts'
import type { EntityEvent } from './emulated.ts'
import { openStageApp, type StageApp } from './stage-app.ts'
import { createTurns, type Turns } from './turns.ts'

/** The platform as a contract's world describes it: deployed functions and what they answer. */
export interface World {
  /** `app` is the app that the request's origin belongs to. */
  handle: (request: RecordedRequest, app: string) => Handled | Promise<Handled>
  /** Which function a request addresses, whatever answers it. */
  locate: (request: RecordedRequest, app: string) => Received | undefined
  /** What a function answers, where a backend has found it; undefined for one that the contract does not speak of. */
  answerOf: (name: string) => Answer | undefined
}

export interface Handled {
  readonly answer: Answer
  readonly received?: Received
}

/** Roots of the addresses at which the platform serves, by name: `{appId}` stands for the app. */
export interface Roots {
  readonly invoke: string
  readonly fetch: string
}

export function createWorld({
  given,
  bindings,
  roots,
  publish,
}: {
  given: Given
  bindings: Bindings
  roots: Roots
  /** Told of what happens to records. */
  publish?: ((event: EntityEvent) => void) | undefined
}): World {
  const deployed = Object.entries(given.functions).map(([name, replies]) =>
    deploy(String(substitute(name, bindings)), replies),
  )
  let rest: StageApp | undefined
  const below = (root: string, { target }: RecordedRequest, app: string): readonly string[] | undefined =>
    segmentsBelow(segmentsOf(root.replace('{appId}', app)), pathSegments(target))
  const addressed = (request: RecordedRequest, app: string): readonly string[] | undefined =>
    below(roots.invoke, request, app) ?? below(roots.fetch, request, app)
  return {
    handle(request, app) {
      const name = addressed(request, app)
      if (name === undefined) return elsewhere(request, app)
      const found = longestMatch(deployed, name)
      if (found === undefined) return { answer: platformAnswer(404, 'there is no such function') }
      return { answer: answerFrom(found.turns.next(), bindings), received: receivedBy(found, name) }
    },
    locate(request, app) {
      const name = addressed(request, app)
      if (name === undefined) return undefined
      const found = longestMatch(deployed, name)
      return found === undefined ? { function: name.join('/'), subPath: [] } : receivedBy(found, name)
    },
    answerOf(name) {
      const found = deployed.find((one) => one.name === name)
      return found && answerFrom(found.turns.next(), bindings)
    },
  }

  /** Records lie there as soon as anybody asks. */
  async function elsewhere(request: RecordedRequest, app: string): Promise<Handled> {
    rest ??= openStageApp({ given, bindings, publish })
    return { answer: await rest(request, app) }
  }
}

function receivedBy(found: Deployed, below: readonly string[]): Received {
  return { function: found.name, subPath: below.slice(found.segments.length) }
}

interface Deployed {
  readonly name: string
  readonly segments: readonly string[]
  readonly turns: Turns<Reply>
}

function deploy(name: string, replies: readonly Reply[]): Deployed {
  return { name, segments: name.split('/'), turns: createTurns(replies) }
}

function segmentsBelow(root: readonly string[], segments: readonly string[]): readonly string[] | undefined {
  return root.every((segment, index) => segments[index] === segment) ? segments.slice(root.length) : undefined
}

function longestMatch(deployed: readonly Deployed[], segments: readonly string[]): Deployed | undefined {
  let best: Deployed | undefined
  for (const one of deployed) {
    const fits = one.segments.length <= segments.length && one.segments.every((part, at) => part === segments[at])
    if (fits && one.segments.length > (best?.segments.length ?? 0)) best = one
  }
  return best
}
