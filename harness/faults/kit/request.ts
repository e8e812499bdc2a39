import type { Encoded, EncodedObject } from '../../model/value.ts'
import type { RecordedRequest } from '../../model/exchange.ts'
import { utf8Of } from '../../language/bytes.ts'
import { isObject } from '../../language/form.ts'
import { headerValue } from '../../language/join-headers.ts'
import { changedJson } from './json-body.ts'

export function withHeader(request: RecordedRequest, name: string, value: string | undefined): RecordedRequest {
  const others = request.headers.filter(([key]) => key.toLowerCase() !== name)
  return { ...request, headers: value === undefined ? others : [...others, [name, value]] }
}

/** Changes the token a request carries, with the word before it; leaves requests without one as they are. */
export function mapToken(request: RecordedRequest, map: (token: string) => string | undefined): RecordedRequest {
  const token = headerValue(request.headers, 'authorization')
  return token === undefined ? request : withHeader(request, 'authorization', map(token))
}

export function hasToken({ headers }: RecordedRequest): boolean {
  return headerValue(headers, 'authorization') !== undefined
}

export function withBody(request: RecordedRequest, body: string, type: string): RecordedRequest {
  const { form: _, ...rest } = withHeader(request, 'content-type', type)
  return { ...rest, body: utf8Of(body) }
}

/** Changes the JSON a request carries; leaves other requests as they are. */
export function mapJson(request: RecordedRequest, map: (value: Encoded) => Encoded): RecordedRequest {
  return request.form === undefined ? { ...request, body: changedJson(request.body, map) } : request
}

/** Changes the entries of a multipart request; leaves other requests as they are. */
export function mapForm(
  request: RecordedRequest,
  map: (form: NonNullable<RecordedRequest['form']>) => NonNullable<RecordedRequest['form']>,
): RecordedRequest {
  return request.form === undefined ? request : { ...request, form: map(request.form) }
}

/** Changes every file of a multipart request. */
export function mapFiles(request: RecordedRequest, map: (file: EncodedObject) => EncodedObject): RecordedRequest {
  return mapForm(request, (form) =>
    form.map(([name, value]) => {
      const file = isObject(value) ? value['$file'] : undefined
      return [name, isObject(file) ? { $file: map(file) } : value] as const
    }),
  )
}
