import type { Fault } from '../../model/fault.ts'
import { objectFrom } from '../../language/own.ts'
import { askedOfEntity, asks, fieldsOf, mapRecords, serverFields } from '../kit/entities.ts'

export const updateReplaces: Fault = {
  id: 'backend/update-replaces',
  title: 'an update takes away the fields that it does not name',
  answer: (answer, { request, earlier }) => {
    const updates = [...earlier.map((exchange) => exchange.request), request].filter((one) => asks(one, 'PUT', ':id'))
    return mapRecords(answer, (record) => {
      const last = updates.findLast((one) => askedOfEntity(one)?.rest[0] === record['id'])
      const kept = last && [...Object.keys(fieldsOf(last)), ...serverFields]
      return kept === undefined ? record : objectFrom(Object.entries(record).filter(([name]) => kept.includes(name)))
    })
  },
}
