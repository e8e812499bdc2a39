import type { AroundEvent } from '../../model/fault.ts'
import type { PassingEvent, SpoiltEvent } from '../../model/frame.ts'
import type { Encoded, EncodedObject } from '../../model/value.ts'
import { isObject } from '../../language/form.ts'
import { jsonText, parseJson } from '../../language/json.ts'

/** An event that tells of a record, as it lies in the text of an `update_model`. */
export type Told = EncodedObject

/** Changes what listeners are told; whatever else passes stays as it is. */
export function mapTold(
  event: PassingEvent,
  map: (told: Told, event: PassingEvent) => readonly SpoiltEvent[],
): readonly SpoiltEvent[] {
  const told = toldBy(event)
  return told === undefined ? [event] : map(told, event)
}

export function toldBy({ from, args }: PassingEvent): Told | undefined {
  const [message] = args
  if (from !== 'backend' || !isObject(message) || typeof message['data'] !== 'string') return undefined
  try {
    const told = parseJson(message['data'])
    return isObject(told) ? told : undefined
  } catch {
    return undefined
  }
}

/** The event with something else told, or told in another room. */
export function telling(event: PassingEvent, { told, room }: { told?: Encoded; room?: string }): PassingEvent {
  const message = event.args[0] as EncodedObject
  const data = told === undefined ? message['data'] : (jsonText(told) ?? '')
  return { ...event, args: [{ ...message, ...(data !== undefined && { data }), ...(room !== undefined && { room }) }] }
}

/** What this client was told before. */
export function toldBefore({ client }: PassingEvent, { earlier }: AroundEvent): readonly PassingEvent[] {
  return earlier.filter((other) => other.client === client && toldBy(other) !== undefined)
}
