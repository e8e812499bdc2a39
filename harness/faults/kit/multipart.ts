import type { RecordedRequest } from '../../model/exchange.ts'
import { headerValue } from '../../language/join-headers.ts'

/** A part of a multipart body as it is written; each character stands for one byte. */
export interface Part {
  /** Its headers, without the empty line behind them. */
  readonly head: string
  readonly content: string
}

/** Changes the parts of a multipart request as they travel; leaves other requests as they are. */
export function mapParts(request: RecordedRequest, map: (parts: readonly Part[]) => readonly Part[]): RecordedRequest {
  const boundary = boundaryOf(headerValue(request.headers, 'content-type'))
  if (boundary === undefined) return request
  const delimiter = `\r\n--${boundary}`
  const [before = '', ...pieces] = `\r\n${Buffer.from(request.body).toString('latin1')}`.split(delimiter)
  const end = pieces.pop() ?? ''
  const written = map(pieces.map(partOf)).map(({ head, content }) => `\r\n${head}\r\n\r\n${content}`)
  const body = [before, ...written, end].join(delimiter).slice(2)
  return { ...request, body: Buffer.from(body, 'latin1') }
}

/** Changes every file of a multipart request. */
export function mapFileParts(request: RecordedRequest, map: (file: Part) => Part): RecordedRequest {
  return mapParts(request, (parts) => parts.map((part) => (isFile(part) ? map(part) : part)))
}

export function isFile({ head }: Part): boolean {
  return /^content-disposition:.*;\s*filename\*?=/im.test(head)
}

function boundaryOf(type: string | undefined): string | undefined {
  const [, quoted, plain] = /^multipart\/form-data.*;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type ?? '') ?? []
  return quoted ?? plain
}

function partOf(piece: string): Part {
  const at = piece.indexOf('\r\n\r\n')
  return { head: piece.slice(2, at), content: piece.slice(at + 4) }
}
