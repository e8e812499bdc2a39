import type { Fault } from '../../model/fault.ts'
import { throughBodies } from '../kit/bodies.ts'

export const truncatesTheBody: Fault = {
  id: 'backend/truncates-the-body',
  title: 'a body loses its last byte on its way, to the function or back',
  ...throughBodies((body) => body.subarray(0, -1)),
}
