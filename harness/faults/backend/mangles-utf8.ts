import type { Fault } from '../../model/fault.ts'
import { utf8Of } from '../../language/bytes.ts'
import { throughBodies } from '../kit/bodies.ts'

export const manglesUtf8: Fault = {
  id: 'backend/mangles-utf8',
  title: 'a body is passed on as text: bytes that are no UTF-8 are replaced',
  ...throughBodies((body) => utf8Of(new TextDecoder('utf-8', { ignoreBOM: true }).decode(body))),
}
