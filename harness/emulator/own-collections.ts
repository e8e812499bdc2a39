/**
 * What the emulator keeps for itself, beside the records of entities. No entity's name begins with a dollar (and no
 * route serves one that does), so that nobody lists passwords by asking for an entity.
 */
export const own = {
  secrets: '$secrets',
  credentials: '$credentials',
  registrations: '$registrations',
  invitations: '$invitations',
  resets: '$resets',
  files: '$files',
  visits: '$visits',
  events: '$events',
  conversations: '$conversations',
} as const

export function isOwn(collection: string): boolean {
  return collection.startsWith('$')
}
