import type { Fault } from '../../model/fault.ts'
import { throughJson } from '../kit/bodies.ts'
import { mapObjects } from '../kit/json-body.ts'

export const dropsNullMembers: Fault = {
  id: 'backend/drops-null-members',
  title: 'members that are null are lost from JSON, on its way to the function or back',
  ...throughJson((value) => mapObjects(value ?? {}, (members) => members.filter(([, member]) => member !== null))),
}
