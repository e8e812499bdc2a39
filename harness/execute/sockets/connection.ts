import type { RawData, WebSocket } from 'ws'
import type { SocketFrame, SpoiltEvent, PassingEvent } from '../../model/frame.ts'
import type { Encoded } from '../../model/value.ts'
import { leave, readPacket, writeEvent, type Packet } from './packet.ts'
import { roundTrip } from './round-trip.ts'

/** A client's socket, passed on to the platform frame by frame. */
export interface Connection {
  readonly client: string
  /** Resolves when the platform has taken the socket, or it is over. */
  readonly taken: Promise<void>
  /** Resolves when what the client has emitted up to now has been dealt with by the platform. */
  readonly arrived: () => Promise<void>
  /** Resolves when what the platform has sent up to now has been dealt with by the client. */
  readonly delivered: () => Promise<void>
  readonly give: (text: string) => void
  readonly end: () => void
}

export interface Passing {
  readonly client: string
  readonly caller: WebSocket
  readonly platform: WebSocket
  readonly record: (frame: SocketFrame) => void
  /** What becomes of an event; left out: it passes. */
  readonly spoil?: ((event: PassingEvent) => readonly SpoiltEvent[]) | undefined
  /** Gives a text to every client. */
  readonly giveAll: (text: string) => void
}

export function passBetween(passing: Passing): Connection {
  const { client, caller, platform, record } = passing
  let ended = false
  const close = (): void => {
    if (!ended) record({ kind: 'close' })
    ended = true
  }
  const taken = new Promise<void>((resolve) => {
    platform.on('message', (data, binary) => {
      const packet = binary ? other : readPacket(textOf(data))
      if (packet.kind === 'event') return passEvent(packet, 'backend', passing)
      caller.send(data, { binary })
      if (packet.kind === 'taken' || packet.kind === 'refused') resolve()
    })
    caller.on('close', () => resolve())
  })
  caller.on('message', (data, binary) => {
    const packet = binary ? other : readPacket(textOf(data))
    if (packet.kind === 'event') return passEvent(packet, 'caller', passing)
    if (packet.kind === 'left') close()
    platform.send(data, { binary })
  })
  caller.on('close', () => {
    close()
    platform.close()
  })
  platform.on('close', () => {
    // What breaks off on the far side is not the caller's doing.
    ended = true
    caller.terminate()
  })
  for (const side of [caller, platform]) side.on('error', () => side.terminate())
  const both = (first: WebSocket, second: WebSocket) => async (): Promise<void> => {
    await roundTrip(first)
    await roundTrip(second)
  }
  return {
    client,
    taken,
    arrived: both(caller, platform),
    delivered: both(platform, caller),
    give: (text) => caller.readyState === caller.OPEN && caller.send(text),
    end() {
      ended = true
      if (caller.readyState === caller.OPEN) caller.send(leave)
      caller.close()
      platform.terminate()
    },
  }
}

const other: Packet = { kind: 'other' }

function passEvent(packet: Extract<Packet, { kind: 'event' }>, from: PassingEvent['from'], passing: Passing): void {
  const { client, caller, platform, record, spoil, giveAll } = passing
  const { head, event, args } = packet
  const came: PassingEvent = { client, from, event, args }
  if (from === 'caller') record(frameOf(came))
  for (const one of spoil?.(came) ?? [came]) {
    const text = writeEvent({ head, event: one.event, args: one.args })
    if (from === 'caller') platform.send(text)
    else if ('to' in one && one.to === 'everybody') giveAll(text)
    else caller.send(text)
    if (from === 'backend') record(frameOf(one))
  }
}

function frameOf({ from, event, args }: PassingEvent): SocketFrame {
  const data: Encoded | undefined = args.length > 1 ? args : args[0]
  return { kind: from === 'caller' ? 'emit' : 'receive', event, ...(data !== undefined && { data }) }
}

/** Texts come as one buffer. */
function textOf(data: RawData): string {
  return (data as Buffer).toString('utf8')
}
