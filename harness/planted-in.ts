import type { BackendAccess } from './model/backend.ts'
import type { Exchange, RecordedRequest } from './model/exchange.ts'
import type { PassingEvent } from './model/frame.ts'
import type { Around } from './model/fault.ts'
import type { Spoiling } from './execute/tap/tap.ts'
import { substituteText } from './language/substitute.ts'
import type { GroundOptions } from './ground.ts'

/** What a planted fault does to what goes through the tap and arrives at the desk. */
export interface Planted {
  readonly spoiling: Spoiling
  readonly received: (request: RecordedRequest) => RecordedRequest
}

/** A fault, given what a backend that has it would know. */
export function plantedIn({
  access: { users, serviceToken },
  exchanges,
  fault,
  given,
  drawn,
}: Pick<GroundOptions, 'fault' | 'given' | 'drawn'> & {
  access: BackendAccess
  /** Everything recorded in this scene, as it grows. */
  exchanges: readonly Exchange[]
}): Planted {
  if (fault === undefined) return { spoiling: {}, received: (request) => request }
  const { request, instead, answer, received, times, manner, event } = fault
  const events: PassingEvent[] = []
  const fromCaller = (): readonly Exchange[] =>
    exchanges.filter(({ seat, frame }) => seat === 'caller' && frame === undefined)
  const wasHandled = (sent: RecordedRequest): boolean =>
    exchanges.slice(exchanges.findIndex(({ request }) => request === sent)).some(({ seat }) => seat === 'desk')
  const around = (sent: RecordedRequest): Around => ({
    client: fromCaller().find(({ request }) => request === sent)?.client ?? '',
    earlier: fromCaller().filter((exchange) => exchange.request !== sent),
    users,
    ...(serviceToken !== undefined && { serviceToken }),
    secrets: Object.values(given.secrets).map((secret) => substituteText(secret, drawn)),
  })
  return {
    spoiling: {
      ...(request && { request: (sent) => request(sent, around(sent)) }),
      ...(instead && { instead: (sent) => instead(sent, around(sent)) }),
      ...(answer && {
        answer: (given, sent) => answer(given, { ...around(sent), request: sent, handled: wasHandled(sent) }),
      }),
      ...(times && { times }),
      ...(event && {
        event(passing) {
          const earlier = [...events]
          events.push(passing)
          return event(passing, { earlier })
        },
      }),
      ...(manner && { manner }),
    },
    received(handed) {
      const sent = fromCaller().at(-1)?.request ?? handed
      return received?.(handed, { ...around(sent), sent }) ?? handed
    },
  }
}
