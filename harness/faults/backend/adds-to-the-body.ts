import type { Fault } from '../../model/fault.ts'
import { throughBodies } from '../kit/bodies.ts'

export const addsToTheBody: Fault = {
  id: 'backend/adds-to-the-body',
  title: 'a body gains a byte on its way, to the function or back',
  ...throughBodies((body) => (body.length === 0 ? body : Buffer.concat([body, Buffer.from('!')]))),
}
