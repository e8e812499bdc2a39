import type { Fault } from '../../model/fault.ts'
import type { EncodedObject } from '../../model/value.ts'
import { asks, fieldsOf, mapRecords } from '../kit/entities.ts'

export const updateMeBelievesEverything: Fault = {
  id: 'backend/update-me-believes-everything',
  title: 'users are told that they are whoever they say they are',
  answer: (answer, { request, earlier }) => {
    const updates = [...earlier.map((exchange) => exchange.request), request].filter((one) => asks(one, 'PUT', 'me'))
    const said = Object.assign({}, ...updates.map(fieldsOf)) as EncodedObject
    return asks(request, 'PUT', 'me') || asks(request, 'GET', 'me')
      ? mapRecords(answer, (user) => ({ ...user, ...said }))
      : answer
  },
}
