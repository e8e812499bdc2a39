import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import { suggest } from '../nearest.ts'
import type { Path } from '../yaml/path.ts'
import { requestsIn } from './check-shape.ts'

/** The names of a contract's clients; one, called `client`, where it gives none. */
export function clientsOf(contract: Encoded): readonly string[] {
  const names = fieldsOf(fieldOf(fieldOf(contract, 'given'), 'clients')).map(([name]) => name)
  return names.length === 0 ? ['client'] : names
}

/** Users and clients that are spoken of exist; `refused` stands where it can be done. */
export function checkWorld({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  const given = fieldOf(contract, 'given')
  const users = fieldsOf(fieldOf(given, 'users')).map(([user]) => user)
  const known = ({ user, path, part }: { user: Encoded | undefined; path: Path; part: 'key' | 'value' }): void => {
    if (typeof user !== 'string' || users.includes(user)) return
    complain({ path, part, seen: `\`${user}\`, which is none of \`given.users\``, wanted: suggest(user, users) })
  }
  for (const [client, fields] of fieldsOf(fieldOf(given, 'clients'))) {
    known({ user: fieldOf(fields, 'user'), path: ['given', 'clients', client, 'user'], part: 'value' })
  }
  for (const [entity, owners] of fieldsOf(fieldOf(given, 'entities'))) {
    for (const [owner] of fieldsOf(owners))
      known({ user: owner, path: ['given', 'entities', entity, owner], part: 'key' })
  }
  for (const [name, replies] of fieldsOf(fieldOf(given, 'functions'))) {
    checkRefused({ replies, path: ['given', 'functions', name], alone: false, complain })
  }
  checkSteps({ contract, complain })
}

function checkSteps({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  const clients = clientsOf(contract)
  for (const [index, step] of itemsOf(fieldOf(contract, 'steps')).entries()) {
    const path = ['steps', index]
    checkRefused({ replies: fieldOf(step, 'answers'), path: [...path, 'answers'], alone: true, complain })
    for (const request of requestsIn(fieldOf(step, 'sends') ?? [], [...path, 'sends'])) {
      const client = fieldOf(request.value, 'client')
      if (typeof client !== 'string' || clients.includes(client)) continue
      complain({
        path: [...request.path, 'client'],
        seen: `\`${client}\`, which is no client`,
        wanted: suggest(client, clients),
      })
    }
  }
}

/** A port that refuses connections refuses them all, for the whole step. */
function checkRefused({
  replies,
  path,
  alone,
  complain,
}: {
  replies: Encoded | undefined
  path: Path
  alone: boolean
  complain: Complain
}): void {
  const all = Array.isArray(replies) ? itemsOf(replies) : replies === undefined ? [] : [replies]
  if (alone && all.length === 1) return
  for (const [index, reply] of all.entries()) {
    if (fieldOf(reply, 'fault') !== 'refused') continue
    const at = Array.isArray(replies) ? [...path, index, 'fault'] : [...path, 'fault']
    complain({ path: at, seen: '`refused`', wanted: "`refused` as the only reply of a step's `answers`" })
  }
}
