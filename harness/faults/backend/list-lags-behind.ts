import type { Fault } from '../../model/fault.ts'
import { listsTheSame, writesRecords } from '../kit/records.ts'

export const listLagsBehind: Fault = {
  id: 'backend/list-lags-behind',
  title: 'whoever lists records again right after a change gets them as they were before',
  answer: (answer, { earlier, request }) => {
    const last = earlier.findLastIndex((exchange) => listsTheSame(exchange.request, request))
    const before = earlier[last]?.response
    const changedSince = earlier.slice(last + 1).some((exchange) => writesRecords(exchange.request))
    if (before === undefined || !changedSince) return answer
    return { status: before.status, headers: before.headers, body: before.body }
  },
}
