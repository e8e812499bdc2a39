import type { Fault } from '../../model/fault.ts'
import { mapRecords, withoutFields } from '../kit/entities.ts'
import { isOfEntities } from '../kit/addresses.ts'

export const forgetsDates: Fault = {
  id: 'backend/forgets-dates',
  title: 'records have no dates',
  answer: (answer, { request }) =>
    isOfEntities(request)
      ? mapRecords(answer, (record) => withoutFields(record, ['created_date', 'updated_date']))
      : answer,
}
