import type { IncomingMessage } from 'node:http'
import type { Encoded } from '../../model/value.ts'
import type { FormEntry, RecordedRequest } from '../../model/exchange.ts'

/** Reads a request to its end and keeps it byte for byte; undefined if the caller hangs up before that. */
export async function recordRequest(incoming: IncomingMessage, origin: string): Promise<RecordedRequest | undefined> {
  const body = await readBody(incoming)
  if (body === undefined) return undefined
  const form = await formOf(incoming.headers['content-type'], body)
  return {
    method: incoming.method ?? '',
    origin,
    target: incoming.url ?? '',
    headers: pairs(incoming.rawHeaders),
    body,
    ...(form && { form }),
  }
}

/** The entries of a multipart body, read by the platform's own parser; undefined where it is none. */
export async function formOf(contentType: string | undefined, body: Uint8Array): Promise<FormEntry[] | undefined> {
  if (contentType === undefined || !/^multipart\/form-data\b/i.test(contentType)) return undefined
  try {
    const form = await new Response(body as BodyInit, { headers: { 'content-type': contentType } }).formData()
    return await Promise.all([...form].map(async ([name, value]) => [name, await entryValue(value)] as const))
  } catch {
    return undefined
  }
}

async function entryValue(value: string | File): Promise<Encoded> {
  if (typeof value === 'string') return value
  return { $file: { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) } }
}

/** Every byte of a body; undefined if the caller hangs up before its end. */
export function readBody(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)))
    incoming.on('error', () => resolve(undefined))
    incoming.on('close', () => resolve(undefined))
  })
}

export function pairs(rawHeaders: readonly string[]): [string, string][] {
  const list: [string, string][] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    list.push([rawHeaders[at] as string, rawHeaders[at + 1] as string])
  return list
}
