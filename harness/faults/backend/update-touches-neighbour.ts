import type { EncodedObject } from '../../model/value.ts'
import type { Fault } from '../../model/fault.ts'
import { listsRecords } from '../kit/addresses.ts'
import { changedJson } from '../kit/json-body.ts'
import { entityOf, hasSucceeded, recordIdOf, recordsIn } from '../kit/records.ts'

export const updateTouchesNeighbour: Fault = {
  id: 'backend/update-touches-neighbour',
  title: 'whoever changes a record changes those beside it as well',
  answer: (answer, { earlier, request }) => {
    if (!listsRecords(request)) return answer
    const last = earlier.findLast((exchange) => exchange.request.method === 'PUT' && hasSucceeded(exchange))
    if (last === undefined || entityOf(last.request.target) !== entityOf(request.target)) return answer
    const [changes = {}] = recordsIn(last.request.body)
    const changed = recordIdOf(last.request.target)
    return {
      ...answer,
      body: changedJson(answer.body, (list) => touched(list as readonly EncodedObject[], changed, changes)),
    }
  },
}

function touched(
  list: readonly EncodedObject[],
  changed: string | undefined,
  changes: EncodedObject,
): readonly EncodedObject[] {
  const at = list.findIndex(({ id }) => id === changed)
  return list.map((one, index) => (at !== -1 && Math.abs(index - at) === 1 ? { ...one, ...changes } : one))
}
