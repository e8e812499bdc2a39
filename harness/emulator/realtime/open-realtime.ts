import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import {
  userEntity,
  type Caller,
  type Emulated,
  type EntityEvent,
  type EntitySchema,
  type Json,
  type Row,
} from '../emulated.ts'
import { callerOfHandshake } from './handshake.ts'
import { conversationRoom, entityRoom, roomOf } from './rooms.ts'

/** Tells whoever listens over Socket.IO what happens in one app. */
export interface Realtime {
  /** Takes over a connection that asks for another protocol than HTTP. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** To whoever follows the entity and may read the row, as they may read it; in the order of the calls. */
  readonly publish: (event: EntityEvent) => void
  /** To whoever follows a conversation with an agent. */
  readonly tell: (conversation: string, data: Json) => void
  readonly close: () => Promise<void>
}

export interface RealtimeOptions {
  readonly app: ListenedTo
  /** The row as somebody may read it; undefined: they may not. */
  readonly readable: (asked: { schema: EntitySchema; row: Row; by: Caller }) => Row | undefined
  /** Whether somebody may follow a conversation. Left out: nobody may follow any. */
  readonly mayFollow?: (conversation: string, by: Follower) => boolean
}

/** Who follows; a visitor without a user by the id that their browser keeps. */
export interface Follower {
  readonly by: Caller
  readonly anonymousId?: string | undefined
}

/** What of an app is asked for. */
export type ListenedTo = Pick<Emulated, 'appId' | 'schemaOf' | 'now'> & {
  readonly store: Pick<Emulated['store'], 'get'>
  readonly tokens: Pick<Emulated['tokens'], 'callerOf'>
}

/** Where the SDK looks for it: @base44/sdk 0.8.0 to 0.8.50 and `base44 dev` 0.1.18 agree. */
export const realtimePath = '/ws-user-apps/socket.io/'

export function openRealtime(options: RealtimeOptions): Realtime {
  let sockets: Sockets | undefined
  let opening: Promise<Sockets> | undefined
  // Whoever never opens a socket does not pay for the library.
  const ready = (): Promise<Sockets> => (opening ??= openSockets(options).then((opened) => (sockets = opened)))
  return {
    upgrade: (request, socket, head) => void ready().then(({ accept }) => accept(request, socket, head)),
    publish: (event) => sockets?.publish(event),
    tell: (conversation, data) => sockets?.tell(conversation, data),
    async close() {
      if (opening === undefined) return
      const { io } = await opening
      await io.close()
    },
  }
}

interface Sockets extends Pick<Realtime, 'publish' | 'tell'> {
  readonly io: Io
  readonly accept: Realtime['upgrade']
}

interface Seat {
  by: Caller
}
type Io = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Seat>
type Listener = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Seat>

async function openSockets(options: RealtimeOptions): Promise<Sockets> {
  const { app, readable } = options
  const { Server } = await import('socket.io')
  // Never listens: the server of the emulator hands over what asks for an upgrade.
  const door = createServer()
  const io: Io = new Server(door, { path: realtimePath, transports: ['websocket'], serveClient: false })
  io.use((socket, next) => void admit(socket, app, next))
  io.on('connection', (socket) => follow(socket, options))

  const inRoom = (room: string): readonly Listener[] =>
    [...(io.of('/').adapter.rooms.get(room) ?? [])].flatMap((id) => io.of('/').sockets.get(id) ?? [])

  return {
    io,
    accept: (request, socket, head) => void door.emit('upgrade', request, socket, head),
    publish({ entity, type, row }) {
      const schema = app.schemaOf(entity)
      const room = entityRoom(app.appId, entity)
      if (schema === undefined) return
      const timestamp = app.now().toISOString()
      for (const listener of inRoom(room)) {
        const by = present(listener.data.by, app)
        const data = by && readable({ schema, row, by })
        if (data !== undefined) listener.emit('update_model', message(room, { type, data, id: row.id, timestamp }))
      }
    },
    tell(conversation, data) {
      const room = conversationRoom(conversation)
      for (const listener of inRoom(room)) listener.emit('update_model', message(room, data))
    },
  }
}

/** The SDK parses `data` itself. */
function message(room: string, data: Json): { readonly room: string; readonly data: string } {
  return { room, data: JSON.stringify(data) }
}

async function admit(socket: Listener, { tokens }: ListenedTo, next: (refusal?: Error) => void): Promise<void> {
  const by = await callerOfHandshake(socket.handshake.query, tokens)
  if (by === 'invalid') return next(new Error('The token is invalid or has expired.'))
  socket.data.by = by
  next()
}

function follow(socket: Listener, options: RealtimeOptions): void {
  socket.on('join', (room: unknown) => {
    if (mayJoin(room, followerOf(socket), options)) void socket.join(room)
  })
  socket.on('leave', (room: unknown) => void (typeof room === 'string' && socket.leave(room)))
}

/** What it may hear in the room of an entity is decided row by row. */
function mayJoin(name: unknown, follower: Follower, { app, mayFollow }: RealtimeOptions): name is string {
  const room = roomOf(name)
  if (room?.kind === 'conversation') return mayFollow?.(room.id, follower) ?? false
  return room?.appId === app.appId && app.schemaOf(room.entity) !== undefined
}

function followerOf({ data: { by }, handshake }: Listener): Follower {
  const anonymousId = handshake.query['anonymous_id']
  return { by, ...(typeof anonymousId === 'string' && { anonymousId }) }
}

/** A user as they are now: whoever lost a role since the handshake has lost it; whoever is gone hears nothing. */
function present(by: Caller, { store }: ListenedTo): Caller | undefined {
  if (by.kind !== 'user') return by
  const user = store.get(userEntity, by.user.id)
  return user && { kind: 'user', user }
}
