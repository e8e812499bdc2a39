import type * as sqlite from 'node:sqlite'

/** Marks a file as ours ("b44e"), so that nobody's other database is written to. */
const application = 0x62343465
/** Of the tables; a file of a newer one is left alone. */
const version = 1

/** Opens a file of records for this process alone, made if it isn't there. */
export function openRecordsFile(path: string): sqlite.DatabaseSync {
  const { DatabaseSync } = loadedSqlite()
  let file: sqlite.DatabaseSync | undefined
  try {
    file = new DatabaseSync(path)
    // Exclusive: held until the process ends, however it ends. Full: a commit is on the disk when it returns.
    file.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    file.exec('BEGIN EXCLUSIVE')
    prepare(file, path)
    file.exec('COMMIT')
    return file
  } catch (error) {
    file?.close()
    throw new Error(unusable(path, error), { cause: error })
  }
}

/** Behind a flag or absent in older releases of Node; nobody needs it who keeps nothing. */
function loadedSqlite(): typeof sqlite {
  const module = process.getBuiltinModule('node:sqlite') as typeof sqlite | undefined
  if (module !== undefined) return module
  throw new Error(
    `keeping records in a file needs SQLite, which Node ${process.versions.node} does not offer: use Node 22.13 or newer, or leave the file out`,
  )
}

class ForeignFile extends Error {}

function prepare(file: sqlite.DatabaseSync, path: string): void {
  const mark = number(file, 'application_id')
  const tables = Number(file.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'])
  if (mark !== application) {
    if (mark !== 0 || tables > 0) throw new ForeignFile(`${path} is a database of something else: name another file`)
    file.exec(`PRAGMA application_id = ${application}; PRAGMA user_version = ${version}`)
    file.exec(
      'CREATE TABLE records (position INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL, UNIQUE (collection, id))',
    )
    return
  }
  const written = number(file, 'user_version')
  if (written !== version) {
    throw new ForeignFile(
      `${path} was written by another version of the emulator (its records are of version ${written}, this one reads ${version}): use that one, or name another file`,
    )
  }
}

function number(file: sqlite.DatabaseSync, pragma: string): number {
  return Number(file.prepare(`PRAGMA ${pragma}`).get()?.[pragma])
}

/** SQLite's own codes, as `errcode` says them. */
const busy = 5
const notADatabase = 26

function unusable(path: string, error: unknown): string {
  if (error instanceof ForeignFile) return error.message
  const { errcode, message } = error as { errcode?: number; message?: string }
  if (errcode === busy) return `${path} is open in another process: end that one, or name another file`
  if (errcode === notADatabase) return `${path} is no file of records: name another file`
  return `${path} cannot be opened to keep records in it: ${message ?? String(error)}`
}
