import type { Fault } from '../../model/fault.ts'
import { throughJson } from '../kit/bodies.ts'
import { mapObjects } from '../kit/json-body.ts'

export const dropsMembersOfPrototypes: Fault = {
  id: 'backend/drops-members-of-prototypes',
  title: 'members named like something that every object has are lost from JSON',
  ...throughJson((value) => mapObjects(value, (members) => members.filter(([key]) => !isInherited(key)))),
}

/** What `key in members` says where members are kept in an object, list or promise. */
function isInherited(key: string): boolean {
  return key in {} || key in [] || key in Promise.prototype || key === 'prototype'
}
