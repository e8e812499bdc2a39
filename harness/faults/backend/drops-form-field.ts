import type { Fault } from '../../model/fault.ts'
import { isFile, mapParts } from '../kit/multipart.ts'

export const dropsFormField: Fault = {
  id: 'backend/drops-form-field',
  title: 'one field that is no file is missing from the form',
  request: (request) =>
    mapParts(request, (parts) => {
      const at = parts.findIndex((part) => !isFile(part))
      return parts.filter((_, index) => index !== at)
    }),
}
