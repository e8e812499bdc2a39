import type { Fault } from '../../model/fault.ts'
import { jsonText } from '../../language/json.ts'
import { mapAxios } from '../kit/outcome.ts'

export const dataStaysText: Fault = {
  id: 'sdk/data-stays-text',
  title: 'the JSON on .data is not decoded',
  observation: (seen) =>
    mapAxios(seen, (response) => ({ ...response, data: jsonText(response['data'] ?? null) ?? '' })),
}
