/** What a socket may follow: the records of an entity, or a conversation with an agent. */
export type Room =
  | { readonly kind: 'entity'; readonly appId: string; readonly entity: string }
  | { readonly kind: 'conversation'; readonly id: string }

/** What a room's name says, as the SDK writes it; undefined: it is no room. Seen at @base44/sdk 0.8.50. */
export function roomOf(name: unknown): Room | undefined {
  if (typeof name !== 'string') return undefined
  const [, id] = /^\/agent-conversations\/([^/]+)$/.exec(name) ?? []
  if (id !== undefined) return { kind: 'conversation', id }
  const [, appId, entity] = /^entities:([^:]*):(.+)$/.exec(name) ?? []
  return appId === undefined || entity === undefined ? undefined : { kind: 'entity', appId, entity }
}

export function entityRoom(appId: string, entity: string): string {
  return `entities:${appId}:${entity}`
}

export function conversationRoom(id: string): string {
  return `/agent-conversations/${id}`
}
