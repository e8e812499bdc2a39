import { fixtureRevision, type BackendAccess, type DeskAddress } from '../../../model/backend.ts'
import type { BackendSettings } from '../../../model/backend-settings.ts'
import { SubjectError } from '../../subjects/subject-error.ts'
import type { RunningBackend } from '../adapter.ts'
import { openManners } from '../manners.ts'
import { notReadyWords } from '../not-ready-words.ts'
import { realClock } from '../real-clock.ts'
import type { Reach } from '../route.ts'
import { openSender, type Asked, type Send } from '../sender.ts'
import { signIn } from '../sign-in.ts'
import { whyNotReached } from '../why-not-reached.ts'
import { chooseProxy } from './choose-proxy.ts'
import { readDescription, type Description } from './description.ts'
import { deskAddressOf } from './desk-address.ts'
import { readAddress, type Address } from './read-address.ts'
import { readAuthority } from './read-authority.ts'
import { settingsOfEnvironment } from './settings-of-environment.ts'
import { settleSettings } from './settle-settings.ts'
import { whenGone } from './when-gone.ts'

export interface BackendRequest {
  /** `http(s)://host[:port][/prefix]` */
  readonly spec: string
  /** What the configuration says of this address. */
  readonly configured?: BackendSettings | undefined
  readonly environment: NodeJS.ProcessEnv
  /** Where the desk is unless anyone says otherwise. */
  readonly desk: DeskAddress
  /** Hosts other than this machine that were named with `--allow-writes`. */
  readonly allowed?: readonly string[]
  readonly say: (text: string) => void
  readonly signal?: AbortSignal | undefined
}

/** A backend that runs somewhere, with its users signed in. Nothing of it is started, and nothing is stopped. */
export async function findBackend(request: BackendRequest): Promise<RunningBackend> {
  const { spec, configured = {}, environment, allowed = [] } = request
  const address = readAddress(spec)
  const own = settingsOfEnvironment(environment)
  const reach = await reachOf({ address, ca: configured.ca ?? own.ca, proxy: configured.proxy, environment })
  const manners = openManners({ rate: configured.rate, clock: realClock, say: request.say })
  const sender = openSender({ reach, manners, signal: request.signal })
  const send = reported(sender.send, address)
  try {
    const described = address.isLoopback || allowed.includes(address.host)
    const description = described ? await readDescription({ address, send }) : undefined
    checkRevision(description, address)
    const settings = settleSettings([configured, own, description ?? {}], address)
    await reset({ description, address, send })
    const users = await signIn({ users: settings.users ?? {}, appId: settings.appId, send })
    const desk = settings.desk === undefined ? request.desk : deskAddressOf(settings.desk)
    const { appId, key, serviceToken, rate } = settings
    const access: BackendAccess = {
      ...reach,
      appId,
      users,
      desk,
      key,
      ...(serviceToken !== undefined && { serviceToken }),
      ...(rate !== undefined && { rate }),
    }
    return running({ spec, access, address, description, claims: settings.claims })
  } finally {
    sender.close()
  }
}

async function reachOf({
  address,
  ca: file,
  proxy: configured,
  environment,
}: {
  address: Address
  ca: string | undefined
  proxy: string | undefined
  environment: NodeJS.ProcessEnv
}): Promise<Reach> {
  const ca = file === undefined ? undefined : await readAuthority(file)
  const proxy = chooseProxy({ address, configured, environment })
  return { url: address.url, ...(ca !== undefined && { ca }), ...(proxy !== undefined && { proxy }) }
}

/** What goes wrong on the way is said of the backend, not of Node. */
function reported(send: Send, { url }: Address): Send {
  return async (asked: Asked) => {
    try {
      return await send(asked)
    } catch (error) {
      throw new SubjectError(notReadyWords['not-reached']({ url, seen: whyNotReached(error) }))
    }
  }
}

function checkRevision(description: Description | undefined, { url }: Address): void {
  if (description === undefined || description.revision === fixtureRevision) return
  throw new SubjectError(notReadyWords['other-revision']({ url, seen: String(description.revision) }))
}

/** Only on this machine: elsewhere nothing is touched but what carries the run's own id. */
async function reset({
  description,
  address,
  send,
}: {
  description: Description | undefined
  address: Address
  send: Send
}): Promise<void> {
  const path = description?.reset
  if (path === undefined || !address.isLoopback) return
  const { status } = await send({ method: 'POST', path })
  if (status >= 200 && status < 300) return
  throw new SubjectError(
    `reset ${address.url} (POST ${path}, as it says of itself): the answer was ${status}, and 2xx was wanted. Mend that address, or leave \`reset\` out of the description.`,
  )
}

function running({
  spec,
  access,
  address,
  description,
  claims,
}: {
  spec: string
  access: BackendAccess
  address: Address
  description: Description | undefined
  claims: readonly string[] | undefined
}): RunningBackend {
  const stopped = new AbortController()
  const { name, version = '0.0.0' } = description ?? {}
  return {
    access,
    id: spec.trim(),
    backend: 'url',
    version,
    dependencies: name === undefined ? {} : { [name]: version },
    ...(claims && { claims }),
    ended: access.proxy === undefined ? whenGone(address, stopped.signal) : new Promise(() => {}),
    forwarded: () => [],
    async stop() {
      stopped.abort()
    },
  }
}
