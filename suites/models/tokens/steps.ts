import type { ModelStep } from '../../../harness/model/history-model.ts'
import type { Encoded } from '../../../harness/model/value.ts'
import { marked } from '../parts/mark.ts'
import type { Command } from './commands.ts'
import type { Identity } from './reference.ts'

/** A note that the history made: the name of its id, and whose it is. */
export interface Note {
  readonly id: string
  readonly owner: string
}

/** Bound to the id of what anybody may read, also nobody. */
export const publicRecord = 'public'

/** A command as a step. What nobody says of who is nobody is not asked. */
export function stepFor({
  command,
  identity,
  notes,
}: {
  command: Command
  /** Who one is on its client, before it. */
  identity: Identity
  notes: readonly Note[]
}): readonly ModelStep[] {
  const { client: on } = command
  const does = (step: Readonly<Record<string, Encoded>>): readonly ModelStep[] => [
    { of: `${command.do} as ${kindOf(identity)}`, step: { on, ...step } },
  ]
  switch (command.do) {
    case 'sign in':
      return does({ call: 'auth.setToken', with: [`\${users.${command.as}.token}`, false] })
    // In front, since what only its end shows to be altered is judged by a contract of its own.
    case 'take an altered token':
      return does({ call: 'auth.setToken', with: [`x\${users.${command.as}.token}`, false] })
    case 'sign out':
      return does({ call: 'auth.logout' })
    case 'ask who':
      return identity.kind === 'user' ? does({ call: 'auth.me', resolves: { $has: emailOf(identity.user) } }) : []
    case 'ask whether':
      return identity.kind === 'user' ? does({ call: 'auth.isAuthenticated', resolves: true }) : []
    case 'make':
      return does({ call: 'entities.Note.create', with: [{ title: 'made', ...marked }], ...madeBy(identity, notes) })
    case 'list':
      return listed({ identity, notes }).flatMap(does)
  }
}

/** Who one is, as it shows without leaving anything behind: by name, or as nobody who may make nothing. */
export function probe({ client, identity, of }: { client: string; identity: Identity; of: string }): ModelStep {
  const asked =
    identity.kind === 'user'
      ? { call: 'auth.me', resolves: { $has: emailOf(identity.user) } }
      : { call: 'entities.Note.create', with: [{ title: 'refused', ...marked }], ...refused }
  return { of: `probe ${kindOf(identity)} after ${of}`, step: { on: client, ...asked } }
}

const refused = { rejects: { $error: { status: { '$one-of': [401, 403] } } } }

function kindOf({ kind }: Identity): string {
  return kind === 'user' ? 'a user' : kind
}

function emailOf(user: string): Readonly<Record<string, Encoded>> {
  return { email: `\${users.${user}.email}` }
}

function madeBy(identity: Identity, notes: readonly Note[]): Readonly<Record<string, Encoded>> {
  if (identity.kind !== 'user') return refused
  const { email } = emailOf(identity.user)
  return { resolves: { $has: { id: { $keep: nextId(notes) }, created_by: email ?? null } } }
}

export function nextId(notes: readonly Note[]): string {
  return `note-${notes.length + 1}`
}

/** Users list their own, nobody what is public; of a token that is none no document says whether it is refused there. */
function listed({
  identity,
  notes,
}: {
  identity: Identity
  notes: readonly Note[]
}): readonly Readonly<Record<string, Encoded>>[] {
  if (identity.kind === 'altered') return []
  if (identity.kind === 'nobody') {
    const resolves = [{ $has: { id: `\${${publicRecord}}` } }]
    return [{ call: 'entities.Announcement.filter', with: [marked], resolves }]
  }
  const { user } = identity
  const own = notes.filter(({ owner }) => owner === user).map(({ id }) => ({ $has: { id: `\${${id}}` } }))
  return [{ call: 'entities.Note.filter', with: [marked], resolves: own.length === 0 ? [] : { $unordered: own } }]
}
