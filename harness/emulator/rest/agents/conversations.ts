import type { Context } from 'hono'
import type { Caller, Emulated, Env, Json, Row } from '../../emulated.ts'
import { own } from '../../own-collections.ts'

/** A conversation with an agent, as it is kept: with whose it is, which no caller is told. */
export type Conversation = Row & { readonly owner: string; readonly messages: readonly Message[] }
export type Message = Readonly<Record<string, Json>> & { readonly id: string }

/** Whose conversations a caller sees: the service role all, a user theirs, a visitor those of their anonymous id. */
export type Visitor = { readonly kind: 'all' } | { readonly kind: 'one'; readonly owner: string }

/** Undefined: nobody, who cannot be told from another. */
export function visitorOf(context: Context<Env>): Visitor | undefined {
  return visitor(context.get('by'), context.req.header('x-base44-anonymous-id'))
}

/** Whether somebody may follow a conversation: for the rooms of the sockets. */
export function mayFollow(app: Emulated, id: string, { by, anonymousId }: Follower): boolean {
  const who = visitor(by, anonymousId)
  return who !== undefined && conversationFor(app, id, who) !== undefined
}

interface Follower {
  readonly by: Caller
  readonly anonymousId?: string | undefined
}

export function conversationsFor(app: Emulated, who: Visitor): readonly Conversation[] {
  const all = app.store.all(own.conversations) as readonly Conversation[]
  return who.kind === 'all' ? all : all.filter(({ owner }) => owner === who.owner)
}

export function conversationFor(app: Emulated, id: string, who: Visitor): Conversation | undefined {
  const found = app.store.get(own.conversations, id) as Conversation | undefined
  return who.kind === 'all' || found?.owner === who.owner ? found : undefined
}

export function told({ owner: _, ...conversation }: Conversation): Row {
  return conversation
}

function visitor(by: Caller, anonymousId = ''): Visitor | undefined {
  if (by.kind === 'service') return { kind: 'all' }
  if (by.kind === 'user') return { kind: 'one', owner: `user:${by.user.id}` }
  return /^[\w-]{8,200}$/.test(anonymousId) ? { kind: 'one', owner: `visitor:${anonymousId}` } : undefined
}
