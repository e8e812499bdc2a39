import { randomUUID } from 'node:crypto'
import { refusedHeader, type BackendAccess, type NotReady } from '../../model/backend.ts'
import { functionPath } from './addresses.ts'
import { openManners, type Manners } from './manners.ts'
import { notReadyWords } from './not-ready-words.ts'
import { openReadyDesk, type Arrival } from './ready-desk.ts'
import { realClock } from './real-clock.ts'
import { openSender, type Answered } from './sender.ts'
import { whyNotReached } from './why-not-reached.ts'

/** A fixture function that does nothing but relay. */
export const readyFunction = 'conformance-ready'

/**
 * Calls one fixture function and looks who comes to the desk: undefined where everything is in its place. The desk is
 * opened for this call only, so it must not be open yet.
 */
export async function whyNotReady(
  access: BackendAccess,
  {
    manners = openManners({ rate: access.rate, clock: realClock, say: () => {} }),
    openDesk = openReadyDesk,
    signal,
  }: { manners?: Manners; openDesk?: typeof openReadyDesk; signal?: AbortSignal | undefined } = {},
): Promise<NotReady | undefined> {
  const answer = `ready ${randomUUID()}`
  const desk = await openDesk({ desk: access.desk, key: access.key, answer })
  const sender = openSender({ reach: access, manners, signal })
  try {
    const called = await call({ access, send: sender.send })
    return problemOf({ access, arrivals: desk.arrivals(), called })
  } finally {
    sender.close()
    await desk.close()
  }
}

type Called = Answered | { readonly failed: string }

async function call({
  access: { appId },
  send,
}: {
  access: BackendAccess
  send: ReturnType<typeof openSender>['send']
}): Promise<Called> {
  try {
    const headers = { 'x-app-id': appId, accept: 'text/plain' }
    return await send({ method: 'POST', path: functionPath(appId, readyFunction), headers, json: {} })
  } catch (error) {
    return { failed: whyNotReached(error) }
  }
}

function problemOf({
  access: { url, desk },
  arrivals,
  called,
}: {
  access: BackendAccess
  arrivals: readonly Arrival[]
  called: Called
}): NotReady | undefined {
  const tell = (problem: NotReady['problem'], seen: string = ''): NotReady => {
    const at = `http://${desk.host.includes(':') ? `[${desk.host}]` : desk.host}:${desk.port}`
    return { problem, message: notReadyWords[problem]({ url, desk: at, seen }) }
  }
  const arrival = arrivals.find(({ kind }) => kind !== 'expected') ?? arrivals[0]
  if (arrival?.kind === 'other-revision') return tell('other-revision', arrival.revision || 'none')
  if (arrival?.kind === 'key-differs') return tell('key-differs')
  // Who came to the desk is there; what becomes of the reply on its way back is for the contracts.
  if (arrival?.kind === 'expected') return undefined
  if ('failed' in called) return tell('not-reached', called.failed)
  const seen = seenOf(called)
  return speaksOfDesk(called) ? tell('desk-unreachable', seen) : tell('not-deployed', seen)
}

/** A fixture function that runs says what it looked for in vain. */
function speaksOfDesk({ status, text }: Answered): boolean {
  return status >= 500 && /\bdesk\b/i.test(text)
}

function seenOf({ status, headers, text }: Answered): string {
  const forwarded = headers[refusedHeader]
  if (forwarded !== undefined) return `it handed the call on to another host (${shown(String(forwarded))})`
  const { location } = headers
  const said = shown(text)
  const where = location === undefined ? '' : `, a redirect to ${shown(location)}`
  return `it answered ${status}${where}${said === '' ? '' : ` “${said}”`}`
}

/** What a stranger wrote, short and without anything that a terminal would obey. */
function shown(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, ' ')
    .trim()
    .slice(0, 120)
}
