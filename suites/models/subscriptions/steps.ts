import type { ModelStep } from '../../../harness/model/history-model.ts'
import type { Encoded } from '../../../harness/model/value.ts'
import { mayRead } from '../entities/rules.ts'
import type { Caller } from '../parts/callers.ts'
import { literal } from '../parts/literal.ts'
import { marked } from '../parts/mark.ts'
import type { HeardEntity } from './commands.ts'

/** Somebody who listens, or did: its callback is called `heard-1`, what ends it `stop-1`. */
export interface Listener {
  readonly nth: number
  readonly by: Caller
  readonly entity: HeardEntity
  readonly stopped: boolean
}

/** A record that the history made: its id is bound to `record-1`. */
export interface Changed {
  readonly nth: number
  readonly by: Caller
  readonly entity: HeardEntity
  readonly title: string
  readonly gone: boolean
}

export function listenStep({ nth, by, entity }: Listener, of: string): ModelStep {
  const call = `entities.${entity}.subscribe`
  const returns = { $keep: `stop-${nth}` }
  return { of, step: { on: by.on, call, with: [{ $callback: `heard-${nth}` }], returns } }
}

export function stopStep({ nth }: Listener): ModelStep {
  return { of: 'stop', step: { call: `\${stop-${nth}}`, returns: { $is: 'anything' } } }
}

/** Another token opens another socket, though it be the same one: what is listened to there is heard on. */
export function reconnectStep({ on, user }: Caller): ModelStep {
  return { of: 'reconnect', step: { on, call: 'setToken', with: [`\${users.${user}.token}`] } }
}

/** A change, and what each listener hears of it: one event, or nothing, which is known since others hear it. */
export function changeStep({
  type,
  record,
  listeners,
}: {
  type: 'create' | 'update' | 'delete'
  /** As it is then; of a deleted one, as it was. */
  record: Changed
  listeners: readonly Listener[]
}): ModelStep {
  const notifies = Object.fromEntries(
    listeners.map((listener) => [`heard-${listener.nth}`, hears(listener, record) ? [[eventOf(type, record)]] : []]),
  )
  const call = `entities.${record.entity}.${type}`
  return { of: type, step: { on: record.by.on, call, ...asked(type, record), notifies } }
}

function asked(type: 'create' | 'update' | 'delete', record: Changed): Readonly<Record<string, Encoded>> {
  const id = idOf(record)
  const title = literal(record.title)
  switch (type) {
    case 'create':
      return { with: [{ title, ...marked }], resolves: { $has: { id: { $keep: `record-${record.nth}` } } } }
    case 'update':
      return { with: [id, { title }], resolves: { $has: { id, title } } }
    case 'delete':
      return { with: [id], resolves: { $is: 'anything' } }
  }
}

function hears({ by, entity, stopped }: Listener, record: Changed): boolean {
  return !stopped && entity === record.entity && mayRead(by, { entity, owner: record.by.user ?? 'service' })
}

/** Of a deleted one no document says what of it is told besides its id. */
function eventOf(type: string, record: Changed): Encoded {
  const id = idOf(record)
  const data = { $has: { id, title: literal(record.title) } }
  return { $has: { type, id, ...(type !== 'delete' && { data }) } }
}

function idOf({ nth }: Changed): string {
  return `\${record-${nth}}`
}
