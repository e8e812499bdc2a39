import type { Fault } from '../../model/fault.ts'

export const changesTheBody: Fault = {
  id: 'sdk/changes-the-body',
  title: 'the body that fetch sends is not the one it was given',
  request: ({ form: _, ...request }) => ({ ...request, body: Buffer.concat([request.body, Buffer.from('!')]) }),
}
