import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { json as jsonFrom } from 'node:stream/consumers'
import { parseQuery, pathOf, pathSegments, queryTextOf } from '../../harness/language/target.ts'
import { installDeno } from './deno.ts'
import { describeTinyBackend } from './describe-tiny-backend.ts'
import { openEntities } from './entities.ts'
import { openFunctions } from './functions.ts'
import type { TinyBackendOptions } from './options.ts'
import { openPeople } from './people.ts'
import { replyJson } from './reply-json.ts'
import { rulesOfEntities } from './rules-of-entities.ts'

export const appId = 'tiny-app'

/** Answers until the thread ends; resolves with its address. */
export async function serveTinyBackend(options: TinyBackendOptions): Promise<string> {
  const { functions: folder, deskUrl, key, port = 0, secrets = {} } = options
  installDeno({ ...secrets, CONFORMANCE_DESK_URL: deskUrl, CONFORMANCE_KEY: key })
  const people = openPeople()
  const entities = openEntities({ people, rulesOf: rulesOfEntities(join(folder, '..', 'entities')) })
  const callFunction = openFunctions(folder)
  const description = describeTinyBackend({ people, deskUrl, key, appId })

  /** The addresses of the documents and of the SDK; the rest is unknown. */
  const routes: readonly Route[] = [
    ...[`/api/apps/${appId}/functions/`, '/api/functions/', '/functions/'].map((prefix): Route => [prefix, toFunction]),
    [`/api/apps/${appId}/entities/`, toEntities],
    [`/api/apps/${appId}/auth/login`, logIn],
    ['/.well-known/base44-conformance', ({ outgoing }) => replyJson(outgoing, 200, description)],
    ['/conformance/reset', reset],
  ]

  function toFunction({ incoming, outgoing, rest }: Call): Promise<void> {
    const injected = {
      'Base44-App-Id': appId,
      'Base44-Service-Authorization': `Bearer ${people.tokenOf(people.service)}`,
      'Base44-Api-Url': `http://${incoming.headers.host}`,
    }
    return callFunction({ incoming, outgoing, path: rest, injected })
  }

  async function toEntities({ incoming, outgoing, rest }: Call): Promise<void> {
    const { authorization } = incoming.headers
    const by = people.whoIs(authorization)
    if (by === undefined && authorization !== undefined) return replyJson(outgoing, 401, { message: 'Unknown token.' })
    const query = new URLSearchParams(parseQuery(queryTextOf(incoming.url ?? '')))
    const request = { method: incoming.method ?? '', segments: pathSegments(rest), query, by }
    const { status, json } = entities.answer({ ...request, json: await bodyOf(incoming) })
    replyJson(outgoing, status, json)
  }

  async function logIn({ incoming, outgoing }: Call): Promise<void> {
    const { email, password } = (await bodyOf(incoming)) as { email?: unknown; password?: unknown }
    const user = people.logIn(email, password)
    if (user === undefined) return replyJson(outgoing, 401, { message: 'E-mail or password is wrong.' })
    replyJson(outgoing, 200, { access_token: people.tokenOf(user), success: true, user })
  }

  function reset({ incoming, outgoing }: Call): void {
    if (incoming.method !== 'POST') return replyJson(outgoing, 405, { message: 'POST it.' })
    entities.empty()
    replyJson(outgoing, 200, { success: true })
  }

  const server = createServer({ maxHeaderSize: 2 ** 17 }, (incoming, outgoing) => {
    const path = pathOf(incoming.url ?? '')
    const [prefix, answer] = routes.find(([prefix]) => path.startsWith(prefix)) ?? []
    if (prefix === undefined || answer === undefined) return replyJson(outgoing, 404, { message: 'Nothing is there.' })
    const call = { incoming, outgoing, rest: path.slice(prefix.length) }
    Promise.resolve(answer(call)).catch(() => replyJson(outgoing, 400, { message: 'It cannot be read.' }))
  })
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(port, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Route = readonly [prefix: string, answer: (call: Call) => Promise<void> | void]

interface Call {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  /** The path behind the prefix. */
  readonly rest: string
}

/** Undefined where there is none. */
async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
  const { headers } = incoming
  const described = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  return described ? await jsonFrom(incoming) : undefined
}
