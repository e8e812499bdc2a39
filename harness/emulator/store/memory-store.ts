import type { Row, Store } from '../emulated.ts'

/** Records that are gone when the process ends. */
export function openMemoryStore(): Store {
  const collections = new Map<string, Map<string, Row>>()
  // A list is asked for far more often than it changes.
  const lists = new Map<string, readonly Row[]>()
  return {
    all(collection) {
      let list = lists.get(collection)
      if (list === undefined) {
        list = [...(collections.get(collection)?.values() ?? [])]
        lists.set(collection, list)
      }
      return list
    },
    get: (collection, id) => collections.get(collection)?.get(id),
    write(changes) {
      for (const change of changes) {
        const rows = collections.get(change.collection) ?? new Map<string, Row>()
        collections.set(change.collection, rows)
        // What is put again stays where it was.
        if (change.kind === 'put') rows.set(change.row.id, change.row)
        else rows.delete(change.id)
        lists.delete(change.collection)
      }
    },
    empty(collection) {
      if (collection === undefined) collections.clear()
      else collections.delete(collection)
      lists.clear()
    },
    close() {
      collections.clear()
      lists.clear()
    },
  }
}
