import type { Encoded } from '../../model/value.ts'
import type { Fault } from '../../model/fault.ts'
import { changedJson } from './json-body.ts'

type BothWays = Required<Pick<Fault, 'request' | 'answer'>>

/** A fault of whatever passes bodies on: it changes those of requests and those of answers. */
export function throughBodies(map: (body: Uint8Array) => Uint8Array): BothWays {
  return {
    request: (request) => ({ ...request, body: map(request.body) }),
    answer: (answer) => ({ ...answer, body: map(answer.body) }),
  }
}

/** The same for bodies of JSON; others stay as they are. */
export function throughJson(map: (value: Encoded) => Encoded): BothWays {
  return throughBodies((body) => changedJson(body, map))
}
