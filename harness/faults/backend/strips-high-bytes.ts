import type { Fault } from '../../model/fault.ts'
import { throughBodies } from '../kit/bodies.ts'

export const stripsHighBytes: Fault = {
  id: 'backend/strips-high-bytes',
  title: 'the highest bit of each byte of a body is lost',
  ...throughBodies((body) => body.map((byte) => byte & 0x7f)),
}
