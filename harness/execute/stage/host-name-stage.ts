import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import type { Exchange, RecordedRequest } from '../../model/exchange.ts'
import type { Answer } from '../../model/world.ts'
import { formOf } from './record-request.ts'
import { exchangeFrom, type Scene, type SceneOptions, type Stage } from './stage.ts'

/**
 * The stage where a host name must answer without DNS: MSW takes every request before it becomes a
 * connection. Raw header case and order are not visible here, and a failed network looks alike whatever
 * failed; contracts about those run on loopback.
 */
export async function openHostNameStage(): Promise<Stage> {
  let attend: ((request: Request) => Promise<Response>) | undefined
  const server = setupServer(
    http.all('*', ({ request }) => attend?.(request) ?? new Response('no case is running', { status: 503 })),
  )
  server.listen({ onUnhandledFrame: 'error' })
  return {
    open({ clients, respond }) {
      if (clients.length > 1) throw new Error('a case that needs a host name has one client')
      const scene = openScene(clients[0] as string, respond)
      attend = scene.attend
      return scene
    },
    close: async () => server.close(),
  }
}

function openScene(
  client: string,
  respond: SceneOptions['respond'],
): Scene & { attend: (request: Request) => Promise<Response> } {
  const exchanges: Exchange[] = []
  let heard: (() => void)[] = []
  let refused = false
  return {
    origins: {},
    exchanges,
    settled: async () => undefined,
    onReceived: (listener) => void heard.push(listener),
    refuse: async () => void (refused = true),
    restore: async () => void (refused = false),
    close: () => undefined,
    async attend(request) {
      if (refused) return HttpResponse.error()
      const response = await respond(await record(request), client)
      if (response === null) return HttpResponse.error()
      exchanges.push(exchangeFrom(client, response))
      heard.splice(0).forEach((listener) => listener())
      return answerWith(response.answer)
    },
  }
}

async function record(request: Request): Promise<RecordedRequest> {
  const url = new URL(request.url)
  const body = new Uint8Array(await request.arrayBuffer())
  const form = await formOf(request.headers.get('content-type') ?? undefined, body)
  return {
    method: request.method,
    origin: url.origin,
    target: `${url.pathname}${url.search}`,
    headers: [...request.headers],
    body,
    ...(form && { form }),
  }
}

function answerWith(answer: Answer): Response {
  if (answer.fault === 'hangs') return new Response(new ReadableStream())
  if (answer.fault !== undefined) return HttpResponse.error()
  const bodiless = answer.status === 204 || answer.status === 205 || answer.status === 304
  const body = answer.chunks === undefined ? answer.body : Buffer.concat(answer.chunks)
  return new Response(bodiless ? null : (body as BodyInit), {
    status: answer.status,
    headers: answer.headers.map(([name, value]): [string, string] => [name, value]),
  })
}
