import type { Fault } from '../../model/fault.ts'

export const decodesThePathTwice: Fault = {
  id: 'backend/decodes-the-path-twice',
  title: 'the path is decoded once more than it was encoded',
  request: (request) => {
    const [, path = '', query = ''] = /^([^?]*)(.*)$/.exec(request.target) ?? []
    return { ...request, target: path.split('/').map(decoded).join('/') + query }
  },
}

/** Decoded but for what a request line cannot hold. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).replace(/[^!-~]/gu, encodeURIComponent)
  } catch {
    return segment
  }
}
