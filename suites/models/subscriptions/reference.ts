import type { ModelStep } from '../../../harness/model/history-model.ts'
import { callersIn, type Caller } from '../parts/callers.ts'
import { actingAmong } from '../parts/acting.ts'
import type { Given } from '../../../harness/model/world.ts'
import { heardEntities, type Command } from './commands.ts'
import { changeStep, listenStep, reconnectStep, stopStep, type Changed, type Listener } from './steps.ts'

/** Who listens to what, and what there is to hear of. */
export interface Scene {
  readonly listeners: readonly Listener[]
  readonly records: readonly Changed[]
}

/** Whoever can change something listens to everything from the start: that a change is heard shows who does not hear it. */
export function fencesIn(given: Given): readonly Listener[] {
  const writers = actingIn(given).filter(({ kind }) => kind === 'user')
  const fences = writers.flatMap((by) => heardEntities.map((entity) => ({ by, entity })))
  return fences.map((fence, at) => ({ ...fence, nth: at + 1, stopped: false }))
}

export function fenceSteps(fences: readonly Listener[]): readonly ModelStep[] {
  return fences.map((fence) => listenStep(fence, 'fence'))
}

/** What a command does, who hears of it, and how things are afterwards; no step where there is nothing to do it with. */
export function perform(
  command: Command,
  scene: Scene,
  around: { readonly given: Given; readonly fences: number },
): { readonly scene: Scene; readonly steps: readonly ModelStep[] } {
  const { listeners, records } = scene
  const nothing = { scene, steps: [] }
  switch (command.do) {
    case 'listen': {
      const by = named(command.on, around.given)
      if (by === undefined) return nothing
      const listener = { nth: listeners.length + 1, by, entity: command.entity, stopped: false }
      return { scene: { ...scene, listeners: [...listeners, listener] }, steps: [listenStep(listener, 'listen')] }
    }
    case 'stop': {
      const listener = nthOf(command.nth, listeners.slice(around.fences))
      if (listener === undefined) return nothing
      const now = listeners.map((one) => (one === listener ? { ...one, stopped: true } : one))
      return { scene: { ...scene, listeners: now }, steps: [stopStep(listener)] }
    }
    case 'reconnect': {
      const by = named(command.on, around.given)
      return by?.kind === 'user' ? { scene, steps: [reconnectStep(by)] } : nothing
    }
    case 'create': {
      const by = named(command.on, around.given)
      if (by?.kind !== 'user') return nothing
      const { entity, title } = command
      const record = { nth: records.length + 1, by, entity, title, gone: false }
      const steps = [changeStep({ type: 'create', record, listeners })]
      return { scene: { ...scene, records: [...records, record] }, steps }
    }
    case 'update':
      return changed('update', (record) => ({ ...record, title: command.title }), { command, scene })
    case 'delete':
      return changed('delete', (record) => ({ ...record, gone: true }), { command, scene })
  }
}

function changed(
  type: 'update' | 'delete',
  change: (record: Changed) => Changed,
  { command, scene }: { command: { readonly nth: number }; scene: Scene },
): ReturnType<typeof perform> {
  const there = nthOf(command.nth, scene.records)
  if (there === undefined || there.gone) return { scene, steps: [] }
  const record = change(there)
  const steps = [changeStep({ type, record, listeners: scene.listeners })]
  return { scene: { ...scene, records: scene.records.map((one) => (one === there ? record : one)) }, steps }
}

function actingIn(given: Given): readonly Caller[] {
  const acting = actingAmong(given.clients)
  return callersIn(given).filter(({ name, kind }) => kind !== 'service' && acting.includes(name))
}

function named(name: string, given: Given): Caller | undefined {
  return actingIn(given).find((caller) => caller.name === name)
}

function nthOf<Item>(index: number, list: readonly Item[]): Item | undefined {
  return list.length === 0 ? undefined : list[index % list.length]
}
