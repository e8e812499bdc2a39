import type { ServerResponse } from 'node:http'

/** Answers a request that no function and no route of the API answered. */
export function writeJson(
  outgoing: ServerResponse,
  { status, json, added = {} }: { status: number; json: unknown; added?: Readonly<Record<string, string>> },
): void {
  if (outgoing.destroyed || outgoing.headersSent) return
  outgoing.writeHead(status, { 'content-type': 'application/json', ...added }).end(JSON.stringify(json))
}
