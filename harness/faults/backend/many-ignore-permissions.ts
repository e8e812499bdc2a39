import type { RecordedRequest } from '../../model/exchange.ts'
import type { Fault } from '../../model/fault.ts'
import { askedOfEntity } from '../kit/entities.ts'
import { asService } from '../kit/callers.ts'

export const manyIgnorePermissions: Fault = {
  id: 'backend/many-ignore-permissions',
  title: 'what is done to many records at once is done to those of everybody',
  request: (request, around) => (concernsMany(request) ? asService(request, around) : request),
}

function concernsMany(request: RecordedRequest): boolean {
  const { method, rest = [] } = askedOfEntity(request) ?? {}
  return many.has(rest[0] ?? '') || (method === 'DELETE' && rest.length === 0)
}

const many: ReadonlySet<string> = new Set(['v2', 'count', 'aggregate', 'update-many', 'bulk'])
