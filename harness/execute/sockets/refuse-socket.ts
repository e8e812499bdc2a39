import type { Duplex } from 'node:stream'

/**
 * Sockets that no contract speaks of are refused, and their handshake is no request of a step: SDKs before 0.8.6 open
 * one with every client, whatever it is for, and try again whenever they like.
 */
export function refuseSocket(socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  socket.end('HTTP/1.1 501 Not Implemented\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
}
