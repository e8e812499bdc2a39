import type { Fault } from '../../model/fault.ts'
import { mapTold, telling } from '../kit/events.ts'

export const changesEventTypes: Fault = {
  id: 'backend/changes-event-types',
  title: 'whatever happens, a listener is told of an update; of an update, that something was created',
  event: (event) =>
    mapTold(event, (told) => [
      telling(event, { told: { ...told, type: told['type'] === 'update' ? 'create' : 'update' } }),
    ]),
}
