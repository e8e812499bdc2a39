import type { Fault } from '../../model/fault.ts'
import { mapFiles } from '../kit/request.ts'

export const renamesFiles: Fault = {
  id: 'sdk/renames-files',
  title: 'every file is called blob',
  request: (request) => mapFiles(request, (file) => ({ ...file, name: 'blob' })),
}
