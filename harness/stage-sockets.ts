import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EntityEvent } from './emulator/emulated.ts'
import { openRealtime, type Realtime } from './emulator/realtime/open-realtime.ts'
import { dial } from './execute/sockets/dial.ts'
import type { SocketsOptions } from './execute/sockets/sockets.ts'

/** The platform behind the sockets of a scene on the stage: one realtime server for each app, opened at first use. */
export interface StageSockets extends Pick<SocketsOptions, 'dial'> {
  /** Whatever happens to the records of the world is heard in every app of it. */
  readonly publish: (event: EntityEvent) => void
  readonly close: () => void
}

/** On the stage everybody reads everything, whoever they say they are, as they do by request. */
export function openStageSockets(appOf: (client: string) => string): StageSockets {
  const opened = new Map<string, Promise<Opened>>()
  const serverOf = (appId: string): Promise<Opened> => {
    const existing = opened.get(appId) ?? openServer(appId)
    opened.set(appId, existing)
    return existing
  }
  let realtimes: Realtime[] = []
  return {
    async dial(request, client) {
      const { address, realtime } = await serverOf(appOf(client))
      realtimes = [...new Set([...realtimes, realtime])]
      return dial(request, { address: address + request.target, keepsHost: false })
    },
    publish: (event) => realtimes.forEach((realtime) => realtime.publish(event)),
    close: () => opened.forEach((one) => void closeServer(one)),
  }
}

interface Opened {
  readonly address: string
  readonly realtime: Realtime
  readonly server: Server
}

async function closeServer(opened: Promise<Opened>): Promise<void> {
  const { realtime, server } = await opened
  await realtime.close()
  server.close()
}

async function openServer(appId: string): Promise<Opened> {
  const realtime = openRealtime({
    app: {
      appId,
      schemaOf: (name) => ({ name, properties: {} }),
      store: { get: () => undefined },
      tokens: { callerOf: async () => ({ kind: 'nobody' }) },
      now: () => new Date(),
    },
    readable: ({ row }) => row,
  })
  const server = createServer().on('upgrade', realtime.upgrade)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => resolve()))
  server.unref()
  return { address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`, realtime, server }
}
