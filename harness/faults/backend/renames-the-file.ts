import type { Fault } from '../../model/fault.ts'
import { mapFileParts } from '../kit/multipart.ts'

export const renamesTheFile: Fault = {
  id: 'backend/renames-the-file',
  title: 'every file of a form is called blob',
  request: (request) =>
    mapFileParts(request, ({ head, content }) => ({
      head: head.replace(/filename="[^"]*"/i, 'filename="blob"'),
      content,
    })),
}
