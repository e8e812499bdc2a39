import type { Fault } from '../../model/fault.ts'
import { mapAxios } from '../kit/outcome.ts'

export const losesReplyHeaders: Fault = {
  id: 'sdk/loses-reply-headers',
  title: 'the headers of the reply are not handed on',
  observation: (seen) => mapAxios(seen, (response) => ({ ...response, headers: {} })),
}
