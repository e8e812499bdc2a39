import type { Agent } from 'node:http'
import type { WebSocket } from 'ws'
import type { RecordedRequest } from '../../model/exchange.ts'

/** Opens the socket that a recorded handshake asks for, somewhere else; its message is not read before it is resumed. */
export async function dial(
  { headers }: RecordedRequest,
  { address, agent, keepsHost }: { address: string; agent?: Agent | undefined; keepsHost: boolean },
): Promise<WebSocket> {
  const { WebSocket } = await import('ws')
  const carried = headers.filter(([name]) => keepsHost || name.toLowerCase() !== 'host')
  const socket = new WebSocket(address, {
    headers: Object.fromEntries(carried),
    perMessageDeflate: false,
    ...(agent && { agent }),
  })
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('open', () => {
      socket.off('error', reject)
      socket.pause()
      resolve(socket)
    })
  })
}

/** What belongs to one connection (RFC 6455, 4.1): each has its own. */
export function isOfTheHandshake(name: string): boolean {
  return /^(connection|upgrade|sec-websocket-.*)$/i.test(name)
}
