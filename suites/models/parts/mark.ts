import type { ModelStep } from '../../../harness/model/history-model.ts'
import { pathFor, type Caller } from './callers.ts'

/** Bound to the id of a record that a history makes first: its own records carry it, whatever else is there. */
export const marked = { run: '${mark}' } as const

/** Makes the record whose id no other history has. Anybody signed in may make one. */
export function markBy(maker: Caller): ModelStep {
  const call = pathFor(maker, 'entities.Announcement.create')
  const step = { on: maker.on, call, with: [{ title: 'mark' }], resolves: { $has: { id: { $keep: 'mark' } } } }
  return { of: 'mark', step }
}

/** Takes away the records that carry the mark, each owner their own unless the service role can take all; then itself. */
export function clearedBy(callers: readonly Caller[], entities: readonly string[]): readonly ModelStep[] {
  const maker = makerAmong(callers)
  const clearing = maker.kind === 'service' ? [maker] : callers.filter(({ kind }) => kind === 'user')
  const emptied = clearing.flatMap((caller) =>
    entities.map((entity) => ({
      on: caller.on,
      call: pathFor(caller, `entities.${entity}.deleteMany`),
      with: [marked],
      resolves: { $has: { success: true } },
    })),
  )
  const unmarked = {
    on: maker.on,
    call: pathFor(maker, 'entities.Announcement.delete'),
    with: ['${mark}'],
    resolves: { $is: 'anything' },
  }
  return [...emptied, unmarked].map((step) => ({ of: 'clear', step, closing: true }))
}

/** The service role where there is one, since it may take away what anybody made. */
export function makerAmong(callers: readonly Caller[]): Caller {
  const maker = callers.find(({ kind }) => kind === 'service') ?? callers.find(({ kind }) => kind === 'user')
  if (maker === undefined) {
    throw new Error('a history of records needs somebody who may make one: a client with `user`, or with `service`')
  }
  return maker
}
