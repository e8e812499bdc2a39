import type { HttpStep } from '../../model/contract.ts'
import type { Encoded } from '../../model/value.ts'
import { joinHeaders } from '../../language/join-headers.ts'
import { substitute } from '../../language/substitute.ts'
import { decode } from './decode.ts'
import { encode } from './encode.ts'
import { timedOut, type Performance, type Performed } from './performance.ts'
import { rawRequestFrom } from './raw-request.ts'
import { readBody } from './read-body.ts'
import { sendRaw } from './send-raw.ts'
import { settle } from './settle.ts'

/** A raw request, as a caller without an SDK makes it. Any answer is one; it is described as a native Response is. */
export async function performHttp(step: HttpStep, at: Performance): Promise<Performed> {
  const { session, deadline } = at
  const broken = new AbortController()
  const settled = await settle(exchange(step, at, AbortSignal.any([broken.signal, ...hangingUp(step, at)])), deadline)
  switch (settled.kind) {
    case 'resolved':
      return settled.value as Performed
    case 'rejected':
      return { outcome: { kind: 'rejected', error: await encode(settled.error, session.hooks.live) }, streamed: [] }
    case 'timed-out':
      broken.abort()
      return timedOut(at)
  }
}

/** A caller that hangs up by itself. */
function hangingUp({ request }: HttpStep, { session, bindings }: Performance): AbortSignal[] {
  if (request.signal === undefined) return []
  return [decode(substitute(request.signal, bindings), session.hooks) as AbortSignal]
}

async function exchange(step: HttpStep, at: Performance, signal: AbortSignal): Promise<Performed> {
  const { session, bindings, lockstep, onRead } = at
  const base = session.address(step.on).serverUrl
  const request = await rawRequestFrom(step.request, bindings, session.hooks)
  const { status, headers, body } = await sendRaw({ request, base, signal })
  const { bytes, pieces, error } = await readBody({ body, lockstep, onRead })
  const described: Record<string, Encoded> = {
    class: ['Response'],
    status,
    ok: status >= 200 && status < 300,
    redirected: false,
    url: base + request.target,
    headers: joinHeaders(headers),
    ...(error === undefined ? { bytes } : { failed: error }),
  }
  return { outcome: { kind: 'resolved', value: { $response: described } }, streamed: pieces }
}
