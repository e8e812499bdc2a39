import type { Fault } from '../../model/fault.ts'
import type { EncodedObject } from '../../model/value.ts'
import { objectFrom } from '../../language/own.ts'
import { askedOfEntity, fieldsOf, mapRecords, serverFields } from '../kit/entities.ts'

export const believesTheRecord: Fault = {
  id: 'backend/believes-the-record',
  title: 'what the server says of a record, its caller may say: who made it, and when',
  answer: (answer, { request }) => {
    const said = askedOfEntity(request)?.entity === 'User' ? {} : pick(fieldsOf(request))
    return mapRecords(answer, (record) => ({ ...record, ...said }))
  },
}

function pick(record: EncodedObject): EncodedObject {
  return objectFrom(Object.entries(record).filter(([name]) => serverFields.includes(name)))
}
