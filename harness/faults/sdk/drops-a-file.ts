import type { Fault } from '../../model/fault.ts'
import { mapForm } from '../kit/request.ts'

export const dropsAFile: Fault = {
  id: 'sdk/drops-a-file',
  title: 'one file is missing from the form',
  request: (request) =>
    mapForm(request, (form) => {
      const at = form.findIndex(([, value]) => typeof value !== 'string')
      return form.filter((_, index) => index !== at)
    }),
}
