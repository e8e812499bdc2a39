import { openEntityStore, type EntityStoreOptions, type JsonRecord, type Kept } from './entity-store.ts'

/** Entity → owner → records, as plain JSON. */
export type GivenRecords = Readonly<Record<string, Readonly<Record<string, readonly JsonRecord[]>>>>

export type Seeded =
  /** As the backend gave them back, with their ids. */
  { readonly kind: 'seeded'; readonly records: GivenRecords } | { readonly kind: 'refused'; readonly message: string }

/** A record of this run that is still there. */
export interface Leftover {
  readonly entity: string
  readonly id: string
  readonly reason: string
}

/** The records of one run in a backend. Each carries the run's id, and nothing else is ever removed. */
export interface Records {
  readonly seed: (given: GivenRecords, ownerToken: (owner: string) => string) => Promise<Seeded>
  readonly clear: () => Promise<Leftover[]>
}

/** A backend that lists for ever is not followed for ever. */
const mostRounds = 50

export function openRecords(options: EntityStoreOptions): Records {
  const store = openEntityStore(options)
  const { serviceToken } = options.access
  const known = new Map<string, Kept>()

  const remove = async (kept: Kept): Promise<Leftover[]> => {
    const { entity, id } = kept
    const reason = await store.remove(kept)
    if (reason !== undefined) return [{ entity, id, reason }]
    known.delete(keyOf(kept))
    return []
  }
  /** Page by page, until only those are listed that could not be removed. */
  const clearListed = async (at: { entity: string; token: string }): Promise<Leftover[]> => {
    const tried = new Map<string, Leftover[]>()
    for (let round = 0; ; round++) {
      const found = await store.listOwn(at)
      const untried = found.filter(({ id }) => !tried.has(id))
      if (untried.length === 0 || round === mostRounds) return found.flatMap((kept) => leftBehind(kept, tried))
      await Promise.all(untried.map(async (kept) => tried.set(kept.id, await remove(kept))))
    }
  }

  return {
    async seed(given, ownerToken) {
      const records: Record<string, Record<string, JsonRecord[]>> = {}
      for (const { entity, owner, record } of recordsOf(given)) {
        const token = ownerToken(owner)
        const created = await store.create(record, { entity, token })
        if (typeof created === 'string') return { kind: 'refused', message: created }
        known.set(keyOf({ entity, id: created.id }), { entity, id: created.id, token: serviceToken ?? token })
        const ofEntity = (records[entity] ??= {})
        const ofOwner = (ofEntity[owner] ??= [])
        ofOwner.push(created)
      }
      return { kind: 'seeded', records }
    },
    async clear() {
      const seats = [...known.values()].map(({ entity, token }) => ({ entity, token }))
      const each = new Map(seats.map((seat) => [JSON.stringify(seat), seat]))
      const left = (await Promise.all([...each.values()].map(clearListed))).flat()
      // What was created and is not listed may be there all the same.
      const unlisted = (await Promise.all([...known.values()].map(remove))).flat()
      return [...new Map([...left, ...unlisted].map((one) => [keyOf(one), one])).values()]
    },
  }
}

/** What is listed after it was removed was not. */
function leftBehind({ entity, id }: Kept, tried: ReadonlyMap<string, Leftover[]>): Leftover[] {
  const left = tried.get(id) ?? []
  return left.length > 0 ? left : [{ entity, id, reason: 'the backend says that it is removed, and lists it still' }]
}

function keyOf({ entity, id }: Pick<Kept, 'entity' | 'id'>): string {
  return `${entity}/${id}`
}

function recordsOf(given: GivenRecords): { entity: string; owner: string; record: JsonRecord }[] {
  return Object.entries(given).flatMap(([entity, owners]) =>
    Object.entries(owners).flatMap(([owner, records]) => records.map((record) => ({ entity, owner, record }))),
  )
}
