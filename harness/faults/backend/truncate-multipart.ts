import type { Fault } from '../../model/fault.ts'
import { mapFileParts } from '../kit/multipart.ts'

export const truncateMultipart: Fault = {
  id: 'backend/truncate-multipart',
  title: 'a file of a form loses its last byte, an empty one gains one',
  request: (request) =>
    mapFileParts(request, ({ head, content }) => ({ head, content: content === '' ? '!' : content.slice(0, -1) })),
}
