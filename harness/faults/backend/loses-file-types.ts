import type { Fault } from '../../model/fault.ts'
import { mapFileParts } from '../kit/multipart.ts'

export const losesFileTypes: Fault = {
  id: 'backend/loses-file-types',
  title: 'every file of a form arrives as application/x-unknown',
  request: (request) =>
    mapFileParts(request, ({ head, content }) => ({
      head: head.replace(/(content-type:).*/i, '$1 application/x-unknown'),
      content,
    })),
}
