import type { Fault } from '../../model/fault.ts'
import { isFile, mapParts } from '../kit/multipart.ts'

export const dropsAFile: Fault = {
  id: 'backend/drops-a-file',
  title: 'the files of a form do not arrive',
  request: (request) => mapParts(request, (parts) => parts.filter((part) => !isFile(part))),
}
