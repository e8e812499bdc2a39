import type { Emulated, Row } from '../emulated.ts'

/** Adds rows to what is only counted and looked through: the oldest go, so that an app left running doesn't grow. */
export function keepLatest(app: Emulated, { collection, rows }: { collection: string; rows: readonly Row[] }): void {
  const surplus = Math.max(0, app.store.all(collection).length + rows.length - most)
  const old = app.store.all(collection).slice(0, surplus)
  app.store.write([
    ...old.map(({ id }) => ({ kind: 'remove', collection, id }) as const),
    ...rows.slice(-most).map((row) => ({ kind: 'put', collection, row }) as const),
  ])
}

const most = 10_000
