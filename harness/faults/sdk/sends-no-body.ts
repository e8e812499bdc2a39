import type { Fault } from '../../model/fault.ts'

export const sendsNoBody: Fault = {
  id: 'sdk/sends-no-body',
  title: 'the body is left out',
  request: ({ form: _, ...request }) => ({ ...request, body: new Uint8Array(0) }),
}
