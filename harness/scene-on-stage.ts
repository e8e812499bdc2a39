import { nobodyAround } from './model/fault.ts'
import type { Bindings, Encoded } from './model/value.ts'
import type { RecordedRequest } from './model/exchange.ts'
import type { SignedIn } from './model/backend.ts'
import type { World } from './emulator/world.ts'
import type { Response, Stage } from './execute/stage/stage.ts'
import { formValue } from './language/form.ts'
import { substitute } from './language/substitute.ts'
import type { Ground, GroundOptions, Moment } from './ground.ts'
import { openStageSockets } from './stage-sockets.ts'

/** The world played by the stage: every client has an app and an origin of its own, users are whoever is named. */
export function sceneOnStage(stage: Stage, { given, drawn, fault, moment, sockets: taken }: GroundOptions): Ground {
  const names = Object.keys(given.clients)
  const apps = Object.fromEntries(
    names.map((name) => [name, appOf(given.clients[name]?.config?.['appId'], name, drawn)]),
  )

  const respond = async (sent: RecordedRequest, client: string): Promise<Response | null> => {
    const request = fault?.request === undefined ? sent : fault.request(sent, nobodyAround)
    if (request === null) return null
    const { answer, received } = await reply({ request, app: apps[client] as string, moment })
    const { lockstep } = moment
    return {
      request,
      answer: fault?.answer?.(answer, { ...nobodyAround, request: sent, handled: received !== undefined }) ?? answer,
      ...(received && { received }),
      ...(lockstep && { lockstep }),
    }
  }

  const platform = taken ? openStageSockets((client) => apps[client] as string) : undefined
  const leaving = fault?.request && ((sent: RecordedRequest) => fault.request?.(sent, nobodyAround) ?? null)
  const sockets = platform && { dial: platform.dial, leaving }
  const scene = stage.open({ clients: names, respond, sockets })
  const addresses = Object.fromEntries(
    names.map((name) => [name, { appId: apps[name] as string, serverUrl: scene.origins[name] ?? '' }]),
  )
  return {
    scene: {
      ...scene,
      close() {
        scene.close()
        platform?.close()
      },
    },
    ...(platform && { publish: platform.publish }),
    addresses,
    serviceToken: 'service-token',
    users: Object.fromEntries(Object.keys(given.users).map((user) => [user, minted(user)])),
  }
}

function reply({
  request,
  app,
  moment,
}: {
  request: RecordedRequest
  app: string
  moment: Moment
}): ReturnType<World['handle']> {
  const { answers, world } = moment
  if (world === undefined) throw new Error('a request came before the world was there')
  if (answers === undefined) return world.handle(request, app)
  const received = world.locate(request, app)
  return { answer: answers.next(), ...(received && { received }) }
}

/** A client that is not told its app, or told by another name, still belongs to one: its own. */
function appOf(configured: Encoded | undefined, client: string, bindings: Bindings): string {
  const own = `app-of-${client}`
  if (configured === undefined) return own
  const app = substitute(configured, bindings)
  return formValue(app, 'value') === 'undefined' ? own : String(app)
}

function minted(user: string): SignedIn {
  return { id: `id-of-${user}`, email: `${user}@example.com`, token: `token-of-${user}` }
}
