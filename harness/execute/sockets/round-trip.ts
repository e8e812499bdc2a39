import type { WebSocket } from 'ws'

/**
 * Resolves when the other side has dealt with everything that was sent to it, and what it sent until then has come. A
 * ping of WebSocket is answered in its turn (RFC 6455, 5.5.3); twice, since what answers the first may have come in one
 * piece with what was before it, and acts on that a moment later.
 */
export async function roundTrip(socket: WebSocket): Promise<void> {
  for (let time = 0; time < 2; time++) await pingAndPong(socket)
}

let pings = 0

function pingAndPong(socket: WebSocket): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve()
  const name = `round trip ${++pings}`
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('pong', heard).off('close', done)
      resolve()
    }
    const heard = (data: Buffer): void => {
      if (data.toString() === name) done()
    }
    socket.on('pong', heard).on('close', done)
    socket.ping(name)
  })
}
