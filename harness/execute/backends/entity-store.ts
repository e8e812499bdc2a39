import type { BackendAccess } from '../../model/backend.ts'
import type { Answered, Asked, Send } from './sender.ts'
import { whyNotReached } from './why-not-reached.ts'

export type JsonRecord = Readonly<Record<string, unknown>>

/** A record in a backend, and who may remove it. */
export interface Kept {
  readonly entity: string
  readonly id: string
  readonly token: string
}

/** The entities of an app, by raw HTTP, as far as one run has to do with them. What fails is a sentence. */
export interface EntityStore {
  readonly create: (record: JsonRecord, at: { entity: string; token: string }) => Promise<StoredRecord | string>
  /** Undefined where it is gone. */
  readonly remove: (kept: Kept) => Promise<string | undefined>
  /** Those that carry the run's id; what else the backend lists beside them is left alone. */
  readonly listOwn: (at: { entity: string; token: string }) => Promise<Kept[]>
}

type StoredRecord = JsonRecord & { readonly id: string }

/** What tells the records of a run from everybody else's. */
export const runField = 'run'
const atOnce = 200

export interface EntityStoreOptions {
  readonly access: Pick<BackendAccess, 'appId' | 'serviceToken'>
  /** Where entities are, with `{appId}` in it. */
  readonly wire: { readonly entities: string }
  readonly runId: string
  readonly send: Send
}

export function openEntityStore({ access: { appId }, wire, runId, send }: EntityStoreOptions): EntityStore {
  const entities = wire.entities.replace('{appId}', encodeURIComponent(appId))
  const path = (...parts: string[]): string => [entities, ...parts.map(encodeURIComponent)].join('/')
  const ask = (token: string, asked: Asked): Promise<Answered | Unanswered> => {
    const headers = { authorization: `Bearer ${token}`, 'x-app-id': appId, accept: 'application/json' }
    return send({ ...asked, headers }).catch(unanswered)
  }
  return {
    async create(record, { entity, token }) {
      const answer = await ask(token, { method: 'POST', path: path(entity), json: { ...record, [runField]: runId } })
      const created = recordsIn([answer.json])[0]
      return isSuccess(answer) && created !== undefined ? created : refusal(`create a record of ${entity}`, answer)
    },
    async remove({ entity, id, token }) {
      const answer = await ask(token, { method: 'DELETE', path: path(entity, id) })
      return isSuccess(answer) || answer.status === 404 ? undefined : refusal('remove it', answer)
    },
    async listOwn({ entity, token }) {
      const query = new URLSearchParams({ q: JSON.stringify({ [runField]: runId }), limit: String(atOnce) })
      const answer = await ask(token, { method: 'GET', path: `${path(entity)}?${query}` })
      const list = isSuccess(answer) && Array.isArray(answer.json) ? recordsIn(answer.json) : []
      return list.filter((one) => one[runField] === runId).map(({ id }) => ({ entity, id, token }))
    },
  }
}

interface Unanswered {
  readonly status: 0
  readonly json: undefined
  readonly why: string
}

function unanswered(error: unknown): Unanswered {
  return { status: 0, json: undefined, why: whyNotReached(error) }
}

function refusal(what: string, answer: Answered | Unanswered): string {
  return 'why' in answer
    ? `could not ${what}: ${answer.why}`
    : `could not ${what}: the backend answered ${answer.status}`
}

function isSuccess({ status }: { status: number }): boolean {
  return status >= 200 && status < 300
}

function recordsIn(list: readonly unknown[]): StoredRecord[] {
  return list.filter((one): one is StoredRecord => {
    return typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string'
  })
}
