import type { ServerResponse } from 'node:http'

export function replyJson(outgoing: ServerResponse, status: number, json: unknown): void {
  const body = Buffer.from(JSON.stringify(json))
  outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length })
  outgoing.end(body)
}
