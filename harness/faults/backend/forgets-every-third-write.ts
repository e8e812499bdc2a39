import type { Encoded } from '../../model/value.ts'
import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { jsonAnswer } from '../kit/json-answer.ts'
import { jsonOf, writesRecords } from '../kit/records.ts'

export const forgetsEveryThirdWrite: Fault = {
  id: 'backend/forgets-every-third-write',
  title: 'every third time a record is made, changed or removed, that is acknowledged and not done',
  instead: (request, { earlier }) => {
    if (!writesRecords(request)) return undefined
    const before = earlier.filter((exchange) => writesRecords(exchange.request)).length
    return before % 3 === 2 ? jsonAnswer(200, acknowledged(jsonOf(request.body), before)) : undefined
  },
}

/** As if it had been done: what was sent, with an id. */
function acknowledged(sent: Encoded | undefined, nth: number): Encoded {
  if (Array.isArray(sent)) return (sent as readonly Encoded[]).map((one, at) => acknowledged(one, nth * 100 + at))
  return { success: true, deleted: 1, ...(isObject(sent) ? sent : {}), id: `forgotten-${nth}` }
}
