import type { Given } from '../../../harness/model/world.ts'

/** The clients that commands are about: what one with the service token does is to look after the records. */
export function actingAmong(clients: Given['clients']): readonly string[] {
  return Object.entries(clients).flatMap(([name, { service }]) => (service === true ? [] : [name]))
}
