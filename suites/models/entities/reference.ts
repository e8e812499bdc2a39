import type { Caller } from '../parts/callers.ts'
import type { Command } from './commands.ts'
import { fieldsOf, mayChange, mayCreate, type EntityName, type Fields, type Owned } from './rules.ts'

/** A record as it must be now. */
export interface Kept extends Owned {
  /** The name to which its id is bound: only the backend knows the id. */
  readonly id: string
  readonly fields: Fields
  readonly gone: boolean
}

/** Everything that a history made, in the order in which it was made. */
export type Records = readonly Kept[]

/** What a command comes to: how it ends, and what is there afterwards. */
export interface Done {
  readonly records: Records
  /** Those it was about: made, changed or removed. */
  readonly about: readonly Kept[]
  readonly allowed: boolean
}

/** The reference model: what must be there after a command, if everybody may do what the rules say, and nothing else. */
export function after(command: Command, caller: Caller, records: Records): Done {
  switch (command.do) {
    case 'create':
      return made([command.fields], { entity: command.entity, caller, records })
    case 'bulkCreate':
      return made(command.all, { entity: command.entity, caller, records })
    case 'update': {
      const changed = changeable(nth(command.nth, records), caller)
      return replaced(changed, records, (one) => ({
        ...one,
        fields: { ...one.fields, ...fieldsOf(one.entity, command.changes) },
      }))
    }
    case 'delete':
      return replaced(changeable(nth(command.nth, records), caller), records, (one) => ({ ...one, gone: true }))
    case 'deleteMany': {
      const { entity, title } = command
      const meant = records.filter((one) => one.entity === entity && one.fields.title === title)
      const done = replaced(
        meant.flatMap((one) => changeable(one, caller)),
        records,
        (one) => ({ ...one, gone: true }),
      )
      return { ...done, allowed: true }
    }
    case 'get':
    case 'filter':
    case 'list':
      return { records, about: [], allowed: true }
  }
}

/** The record that a command is about; undefined where none was made. */
export function nth(index: number, records: Records): Kept | undefined {
  return records.length === 0 ? undefined : records[index % records.length]
}

function made(
  all: readonly Fields[],
  { entity, caller, records }: { entity: EntityName; caller: Caller; records: Records },
): Done {
  if (!mayCreate(caller)) return { records, about: [], allowed: false }
  const about = all.map((fields, at): Kept => {
    const id = `record-${records.length + at + 1}`
    return { id, entity, owner: caller.user ?? 'service', fields: fieldsOf(entity, fields), gone: false }
  })
  return { records: [...records, ...about], about, allowed: true }
}

function changeable(record: Kept | undefined, caller: Caller): readonly Kept[] {
  return record !== undefined && !record.gone && mayChange(caller, record) ? [record] : []
}

function replaced(those: readonly Kept[], records: Records, change: (one: Kept) => Kept): Done {
  const now = records.map((one) => (those.includes(one) ? change(one) : one))
  return { records: now, about: now.filter((one, at) => one !== records[at]), allowed: those.length > 0 }
}
