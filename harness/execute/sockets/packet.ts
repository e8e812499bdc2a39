import type { Encoded } from '../../model/value.ts'
import { jsonText, parseJson } from '../../language/json.ts'

/** A text of Engine.IO 4 with a packet of Socket.IO 5 in it, as far as it says something to whoever listens. */
export type Packet =
  | { readonly kind: 'event'; readonly event: string; readonly args: readonly Encoded[]; readonly head: string }
  /** The platform has taken the socket, or will not. */
  | { readonly kind: 'taken' | 'refused' }
  | { readonly kind: 'left' }
  /** Greetings, pings and whatever else is not for people. */
  | { readonly kind: 'other' }

export function readPacket(text: string): Packet {
  if (text.startsWith('40')) return { kind: 'taken' }
  if (text.startsWith('44')) return { kind: 'refused' }
  if (text.startsWith('41')) return { kind: 'left' }
  const [, head, list] = /^(42(?:\/[^,[]*,)?\d*)(\[.*)$/s.exec(text) ?? []
  if (head === undefined || list === undefined) return { kind: 'other' }
  const [event, ...args] = eventIn(list)
  return typeof event === 'string' ? { kind: 'event', event, args, head } : { kind: 'other' }
}

/** Tells a client that its socket is over, so that it does not come back. */
export const leave = '41'

export function writeEvent({ head, event, args }: Omit<Extract<Packet, { kind: 'event' }>, 'kind'>): string {
  return `${head}${jsonText([event, ...args]) ?? '[]'}`
}

function eventIn(list: string): readonly Encoded[] {
  try {
    return parseJson(list) as readonly Encoded[]
  } catch {
    return []
  }
}
