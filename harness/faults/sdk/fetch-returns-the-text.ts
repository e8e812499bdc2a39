import type { Fault } from '../../model/fault.ts'
import { mapResponse } from '../kit/outcome.ts'

export const fetchReturnsTheText: Fault = {
  id: 'sdk/fetch-returns-the-text',
  title: 'fetch resolves to the text of the body',
  observation: (seen) => mapResponse(seen, (response) => new TextDecoder().decode(response['bytes'] as Uint8Array)),
}
