import { connect } from 'node:net'
import type { Address } from './read-address.ts'

/** So many refusals in a row: a server that is started anew is away for less. */
const enough = 3
const everyMs = 1000

/**
 * Resolves when nothing listens at an address of this machine any more. Other hosts are not knocked at: there the calls
 * themselves show it.
 */
export function whenGone({ url, isLoopback }: Address, signal: AbortSignal): Promise<string> {
  if (!isLoopback) return new Promise(() => {})
  const { hostname, port, protocol } = new URL(url)
  const at = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (protocol === 'https:' ? 443 : 80)) }
  return new Promise((resolve) => {
    let refusals = 0
    const timer = setInterval(() => {
      knock(at, (refused) => {
        refusals = refused ? refusals + 1 : 0
        if (refusals < enough) return
        clearInterval(timer)
        resolve(`Nothing listens at ${url} any more.`)
      })
    }, everyMs)
    timer.unref()
    signal.addEventListener('abort', () => clearInterval(timer))
  })
}

function knock(at: { host: string; port: number }, told: (refused: boolean) => void): void {
  const socket = connect(at)
  socket.unref()
  socket.setTimeout(everyMs, () => socket.destroy())
  socket.on('connect', () => {
    socket.destroy()
    told(false)
  })
  socket.on('error', (error: NodeJS.ErrnoException) => told(error.code === 'ECONNREFUSED'))
}
