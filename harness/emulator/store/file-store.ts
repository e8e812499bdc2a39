import type { Row, Store } from '../emulated.ts'
import { openMemoryStore } from './memory-store.ts'
import { openRecordsFile } from './records-file.ts'

/**
 * Records that outlive the process: read from the file once, answered from memory, and every change is in the file before
 * it is in memory, so nobody is told of what a kill can undo. Throws an error with one sentence where the file cannot be
 * used: it is something else, of a newer version, or open elsewhere.
 */
export function openFileStore(path: string): Store {
  const file = openRecordsFile(path)
  const memory = openMemoryStore()
  const kept = file.prepare('SELECT collection, row FROM records ORDER BY position')
  const put = file.prepare(
    'INSERT INTO records (collection, id, row) VALUES (?, ?, ?) ON CONFLICT (collection, id) DO UPDATE SET row = excluded.row',
  )
  const remove = file.prepare('DELETE FROM records WHERE collection = ? AND id = ?')
  const empty = file.prepare('DELETE FROM records WHERE ?1 IS NULL OR collection = ?1')
  memory.write(
    kept.all().map(({ collection, row }) => ({
      kind: 'put' as const,
      collection: String(collection),
      row: JSON.parse(String(row)) as Row,
    })),
  )
  return {
    all: memory.all,
    get: memory.get,
    write(changes) {
      together(() => {
        for (const change of changes) {
          if (change.kind === 'put') put.run(change.collection, change.row.id, JSON.stringify(change.row))
          else remove.run(change.collection, change.id)
        }
      })
      memory.write(changes)
    },
    empty(collection) {
      empty.run(collection ?? null)
      memory.empty(collection)
    },
    close() {
      file.close()
      memory.close()
    },
  }

  function together(change: () => void): void {
    file.exec('BEGIN IMMEDIATE')
    try {
      change()
      file.exec('COMMIT')
    } catch (error) {
      // A full disk may have rolled back by itself already.
      if (file.isTransaction) file.exec('ROLLBACK')
      throw error
    }
  }
}
