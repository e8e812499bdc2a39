import type { Fault } from '../../model/fault.ts'
import { utf8Of } from '../../language/bytes.ts'
import { throughBodies } from '../kit/bodies.ts'

export const takesBytesForText: Fault = {
  id: 'backend/takes-bytes-for-text',
  title: 'a body is passed on as UTF-8: bytes that are none are replaced',
  ...throughBodies((body) => utf8Of(new TextDecoder('utf-8', { ignoreBOM: true }).decode(body))),
}
