import type { Fault } from '../../model/fault.ts'
import type { Encoded } from '../../model/value.ts'
import { isObject } from '../../language/form.ts'
import { objectFrom } from '../../language/own.ts'
import { asks } from '../kit/entities.ts'
import { mapJson } from '../kit/request.ts'

export const upsertFindsNothing: Fault = {
  id: 'backend/upsert-finds-nothing',
  title: 'what is there already is created again',
  request: (request) => (asks(request, 'POST', 'upsert') ? mapJson(request, withOtherKeys) : request),
}

/** Texts that are keys are told apart from those that are there. */
function withOtherKeys(json: Encoded): Encoded {
  if (!isObject(json) || !Array.isArray(json['records'])) return json
  const keys = [json['key']].flat()
  const other = (record: Encoded): Encoded =>
    isObject(record)
      ? objectFrom(
          Object.entries(record).map(([name, value]) => [name, keys.includes(name) ? `${String(value)}~` : value]),
        )
      : record
  return { ...json, records: json['records'].map(other) }
}
