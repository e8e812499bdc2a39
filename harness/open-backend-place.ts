import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import type { BackendAccess } from './model/backend.ts'
import { platformAnswer } from './emulator/answer.ts'
import { openManners } from './execute/backends/manners.ts'
import { realClock } from './execute/backends/real-clock.ts'
import { openRecords } from './execute/backends/records.ts'
import { openSender } from './execute/backends/sender.ts'
import { openDesk } from './execute/desk/desk.ts'
import { openTap } from './execute/tap/tap.ts'
import type { BackendPlace } from './scene-on-backend.ts'

export interface OpenBackendPlace extends BackendPlace {
  /** A sentence where nobody listens at the backend's address any more. */
  readonly whyLost: () => Promise<string | undefined>
  readonly close: () => Promise<void>
}

/** Takes the two places from which a backend is watched: in front of it, and behind its functions. */
export async function openBackendPlace(access: BackendAccess): Promise<OpenBackendPlace> {
  let attending: Parameters<BackendPlace['attend']>[0]
  const desk = await openDesk({
    address: access.desk,
    key: access.key,
    onRequest: (handed) => attending?.(handed) ?? { answer: platformAnswer(503, 'nothing is judged at the moment') },
    onRefusal: () => undefined,
  })
  const manners = openManners({ rate: access.rate, clock: realClock, say: () => undefined })
  const tap = await openTap(access, manners)
  const sender = openSender({ reach: access, manners })
  const runId = access.runId ?? randomUUID()
  return {
    access,
    desk,
    attend: (answer) => (attending = answer),
    tap,
    recordsAt: (entities) => openRecords({ access, wire: { entities }, runId, send: sender.send }),
    whyLost: async () => {
      // Behind a proxy only the proxy can be knocked at, and that it is there says nothing.
      const there = access.proxy !== undefined || (await listens(access.url))
      return there ? undefined : `nobody listens at ${access.url} any more`
    },
    async close() {
      await Promise.all([tap.close(), desk.close()])
      sender.close()
    },
  }
}

const probeMs = 2000

function listens(url: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port || (protocol === 'https:' ? 443 : 80)), timeout: probeMs })
    const end = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })
}
