import type { HonoRequest } from 'hono'
import { toldOfNew } from '../changed-row.ts'
import type { Fields } from '../known-fields.ts'
import { newRow } from '../new-row.ts'
import { Refusal } from '../refusal.ts'
import { keep, refuseNewUsers, type Scope } from '../scope.ts'
import { recordsIn } from './records-in.ts'

/** `ImportResult` of the SDK. */
export interface Imported {
  readonly status: 'success' | 'error'
  readonly details: string
  readonly output: readonly Fields[] | null
}

/** Makes a record of each in a file, all or none: a file that cannot be imported is told of in the result. */
export async function importEntities(scope: Scope, request: HonoRequest): Promise<Imported> {
  refuseNewUsers(scope)
  const file = await fileOf(request)
  const text = await file.text()
  try {
    const rows = recordsIn(file.name, text, scope.schema).map((record, index) => {
      try {
        return newRow(scope, record)
      } catch (error) {
        // Who may not make one may make none: that is no fault of the file.
        if (!(error instanceof Refusal) || error.status === 403) throw error
        throw new Error(`record ${index + 1}: ${error.message}`, { cause: error })
      }
    })
    keep(
      scope,
      rows.map((row) => ({ type: 'create', row })),
    )
    const count = `${rows.length} ${rows.length === 1 ? 'entity' : 'entities'}`
    return {
      status: 'success',
      details: `Successfully imported ${count} with RLS enforcement`,
      output: rows.map((row) => toldOfNew(scope, row)),
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    return { status: 'error', details: (error as Error).message, output: null }
  }
}

async function fileOf(request: HonoRequest): Promise<File> {
  const form = await request.formData().catch(() => undefined)
  const file = form?.get('file')
  if (file instanceof File) return file
  throw new Refusal(400, 'An import is a form with a file called "file".')
}
