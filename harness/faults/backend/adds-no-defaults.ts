import type { Fault } from '../../model/fault.ts'
import { objectFrom } from '../../language/own.ts'
import { asks, fieldsOf, mapRecords, serverFields } from '../kit/entities.ts'

export const addsNoDefaults: Fault = {
  id: 'backend/adds-no-defaults',
  title: 'a field that is left out has no value, though it has a default',
  answer: (answer, { request }) => {
    if (!asks(request, 'POST', '')) return answer
    const given = fieldsOf(request)
    const own = (name: string): boolean => name in given || serverFields.includes(name)
    return mapRecords(answer, (record) => objectFrom(Object.entries(record).filter(([name]) => own(name))))
  },
}
