import type { Fault } from '../../model/fault.ts'
import { mapResponse } from '../kit/outcome.ts'

export const fetchChangesTheBody: Fault = {
  id: 'sdk/fetch-changes-the-body',
  title: 'the Response of fetch has another body',
  observation: (seen) =>
    mapResponse(seen, (response) => {
      const bytes = response['bytes'] as Uint8Array | undefined
      return bytes === undefined
        ? { $response: response }
        : { $response: { ...response, bytes: Buffer.concat([bytes, Buffer.from('!')]) } }
    }),
}
