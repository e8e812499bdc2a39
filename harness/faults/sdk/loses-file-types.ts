import type { Fault } from '../../model/fault.ts'
import { mapFiles } from '../kit/request.ts'

export const losesFileTypes: Fault = {
  id: 'sdk/loses-file-types',
  title: 'every file is sent as application/x-unknown',
  request: (request) => mapFiles(request, (file) => ({ ...file, type: 'application/x-unknown' })),
}
