import type { Fault } from '../../model/fault.ts'
import { mapFiles } from '../kit/request.ts'

export const truncatesFiles: Fault = {
  id: 'sdk/truncates-files',
  title: 'a file loses its last byte, an empty one gains one',
  request: (request) =>
    mapFiles(request, (file) => {
      const bytes = file['bytes'] as Uint8Array
      return { ...file, bytes: bytes.length === 0 ? new Uint8Array(1) : bytes.subarray(0, -1) }
    }),
}
