import type { ModelStep } from '../../../harness/model/history-model.ts'
import type { Encoded } from '../../../harness/model/value.ts'
import { pathFor, type Caller } from '../parts/callers.ts'
import { literal, literalFields } from '../parts/literal.ts'
import { marked } from '../parts/mark.ts'
import type { Command } from './commands.ts'
import { nth, type Done, type Kept, type Records } from './reference.ts'
import { fieldsOf, isPublic, mayRead, type EntityName, type Fields } from './rules.ts'

/** A command as a step, with how it must end; nothing where there is no record that it could be about. */
export function stepFor({
  command,
  caller,
  records,
  done,
}: {
  command: Command
  caller: Caller
  /** As they were before it. */
  records: Records
  done: Done
}): readonly ModelStep[] {
  const does = (entity: EntityName, args: Encoded, expected: Ends): readonly ModelStep[] => {
    const method = `entities.${entity}.${command.do}`
    return [{ of: command.do, step: { on: caller.on, call: pathFor(caller, method), with: args, ...expected } }]
  }
  switch (command.do) {
    case 'create': {
      const args = [recordOf(fieldsOf(command.entity, command.fields))]
      return does(command.entity, args, endOf(done, { resolves: made(done.about)[0] ?? null }))
    }
    case 'bulkCreate': {
      const args = [command.all.map((fields) => recordOf(fieldsOf(command.entity, fields)))]
      return does(command.entity, args, endOf(done, { resolves: made(done.about) }))
    }
    case 'deleteMany': {
      const resolves = { $has: { success: true, deleted: done.about.length } }
      // Of whoever is not signed in no document says whether they are refused or remove nothing.
      if (caller.kind === 'nobody') return []
      return does(command.entity, [{ ...marked, title: literal(command.title) }], { resolves })
    }
    case 'filter':
      return looksFor({ caller, entity: command.entity, records, title: command.title, of: 'filter' })
    case 'list': {
      const { entity } = command
      if (caller.kind === 'nobody' && !isPublic(entity)) return hidden({ caller, path: entity, of: 'list' })
      const seen = visible(records, entity, caller).map(shown)
      return does(entity, ['-created_date', 100], {
        resolves: seen.length > 0 ? { $includes: seen } : { $is: 'array' },
      })
    }
    case 'get': {
      const record = nth(command.nth, records)
      if (record === undefined) return []
      const { entity } = record
      if (record.gone || !mayRead(caller, record))
        return hidden({ caller, path: `${entity}/${idOf(record)}`, of: 'get' })
      return does(entity, [idOf(record)], { resolves: shown(record) })
    }
    case 'delete': {
      const record = nth(command.nth, records)
      return record === undefined
        ? []
        : does(record.entity, [idOf(record)], endOf(done, { resolves: { $is: 'anything' } }))
    }
    case 'update': {
      const record = nth(command.nth, records)
      if (record === undefined) return []
      const changes = fieldsOf(record.entity, command.changes)
      if (Object.keys(changes).length === 0) return []
      const args = [idOf(record), literalFields({ ...changes })]
      return does(record.entity, args, endOf(done, { resolves: shownOf(done.about) }))
    }
  }
}

/** What each caller sees of an entity, or of those with a title: all that they may, as it is now, and nothing else. */
export function looksFor({
  caller,
  entity,
  records,
  title,
  of,
}: {
  caller: Caller
  entity: EntityName
  records: Records
  title?: string
  of: string
}): readonly ModelStep[] {
  if (caller.kind === 'nobody' && !isPublic(entity)) return hidden({ caller, path: entity, of })
  const seen = visible(records, entity, caller).filter((one) => title === undefined || one.fields.title === title)
  const step = {
    on: caller.on,
    call: pathFor(caller, `entities.${entity}.filter`),
    with: [{ ...marked, ...(title !== undefined && { title: literal(title) }) }],
    resolves: seen.length === 0 ? [] : { $unordered: seen.map(shown) },
  }
  return [{ of, step }]
}

interface Ends {
  readonly [outcome: string]: Encoded
}

/** No document says with which of these whoever may not is refused. */
function endOf({ allowed }: Done, expected: Ends): Ends {
  return allowed ? expected : { rejects: { $error: { status: { '$one-of': [401, 403, 404] } } } }
}

function visible(records: Records, entity: EntityName, caller: Caller): Records {
  return records.filter((one) => one.entity === entity && !one.gone && mayRead(caller, one))
}

/** Nothing of it is told, whether by an error, by nothing, or by an empty list: no document says by which. */
function hidden({ caller, path, of }: { caller: Caller; path: string; of: string }): readonly ModelStep[] {
  const token = caller.kind === 'service' ? `\${clients.${caller.on}.serviceToken}` : `\${users.${caller.user}.token}`
  const headers: Encoded = caller.kind === 'nobody' ? {} : { '${wire.authorization}': `\${wire.scheme} ${token}` }
  const http = {
    path: `\${wire.entities}/${path}`,
    headers: { '${wire.app}': `\${clients.${caller.on}.appId}`, ...headers },
  }
  const resolves = { $response: { text: { $not: { $includes: '${mark}' } } } }
  return [{ of: `hidden ${of}`, step: { on: caller.on, http, resolves } }]
}

function recordOf(fields: Fields): Encoded {
  return { ...literalFields({ ...fields }), ...marked }
}

function made(all: readonly Kept[]): readonly Encoded[] {
  return all.map(({ id, fields }) => ({ $has: { id: { $keep: id }, ...literalFields({ ...fields }) } }))
}

function idOf({ id }: Kept): string {
  return `\${${id}}`
}

function shown({ id, owner, fields }: Kept): Encoded {
  const byUser = owner === 'service' ? {} : { created_by: `\${users.${owner}.email}` }
  return { $has: { id: `\${${id}}`, ...literalFields({ ...fields }), ...byUser } }
}

function shownOf([record]: readonly Kept[]): Encoded {
  return record === undefined ? null : shown(record)
}
