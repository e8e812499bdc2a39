import type { Fault } from '../../model/fault.ts'
import { utf8Of } from '../../language/bytes.ts'
import { throughBodies } from '../kit/bodies.ts'

export const manglesUtf8: Fault = {
  id: 'backend/mangles-utf8',
  title: 'a body is read as Latin-1 and passed on as UTF-8',
  ...throughBodies((body) => utf8Of(Buffer.from(body).toString('latin1'))),
}
