import type { EncodedObject } from '../../model/value.ts'
import type { Exchange, RecordedRequest } from '../../model/exchange.ts'
import type { Fault } from '../../model/fault.ts'
import { changedJson } from '../kit/json-body.ts'
import { entityOf, hasSucceeded, listsTheSame, recordIdOf, recordsIn, writesRecords } from '../kit/records.ts'

export const resurrectsDeleted: Fault = {
  id: 'backend/resurrects-deleted',
  title: 'a record that was removed is there again after the next one was made or changed',
  answer: (answer, { earlier, request }) => {
    const back = resurrected(earlier, request)
    if (back.length === 0) return answer
    return { ...answer, body: changedJson(answer.body, (list) => [...(list as readonly EncodedObject[]), ...back]) }
  },
}

/** Those that the same list told before they were removed, once there was another write. */
function resurrected(earlier: readonly Exchange[], request: RecordedRequest): readonly EncodedObject[] {
  const known = earlier.filter((exchange) => listsTheSame(exchange.request, request)).flatMap(recordsOf)
  return earlier.flatMap((exchange, at) => {
    const { method, target } = exchange.request
    if (method !== 'DELETE' || entityOf(target) !== entityOf(request.target) || !hasSucceeded(exchange)) return []
    if (!earlier.slice(at + 1).some((later) => isAnotherWrite(later.request))) return []
    const record = known.findLast(({ id }) => id === recordIdOf(target))
    return record === undefined ? [] : [record]
  })
}

function isAnotherWrite(request: RecordedRequest): boolean {
  return request.method !== 'DELETE' && writesRecords(request)
}

function recordsOf({ response }: Exchange): readonly EncodedObject[] {
  return response === undefined ? [] : recordsIn(response.body)
}
