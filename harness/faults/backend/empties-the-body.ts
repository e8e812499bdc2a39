import type { Fault } from '../../model/fault.ts'
import { throughBodies } from '../kit/bodies.ts'

export const emptiesTheBody: Fault = {
  id: 'backend/empties-the-body',
  title: 'a body is lost on its way, to the function or back',
  ...throughBodies(() => new Uint8Array(0)),
}
