// A function of the fixture app of base44-conformance: hands each request to the desk of the run and relays its reply,
// byte for byte. Written by `base44-conformance fixture`; never deploy it into a production app.
const name = 'FUNCTION_NAME'
const revision = 'FIXTURE_REVISION'
let imported

Deno.serve(async (request) => {
  const desk = (Deno.env.get('CONFORMANCE_DESK_URL') || 'http://127.0.0.1:4499').replace(/\/+$/, '')
  const key = Deno.env.get('CONFORMANCE_KEY') ?? ''
  const utf8 = new TextEncoder()

  const told = utf8.encode(JSON.stringify({ method: request.method, url: request.url, headers: [...request.headers] }))
  const envelope = btoa(Array.from(told, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  // Without a key there is nothing to sign with: the desk says so, where somebody reads it.
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  imported ??= crypto.subtle.importKey('raw', utf8.encode(key || ' '), algorithm, false, ['sign'])
  const secret = key && (await imported)
  const code = secret ? await crypto.subtle.sign('HMAC', secret, utf8.encode(envelope)) : new ArrayBuffer(0)
  const signature = Array.from(new Uint8Array(code), (byte) => byte.toString(16).padStart(2, '0')).join('')

  const handed = {
    method: 'POST',
    headers: {
      'x-conformance-request': envelope,
      'x-conformance-revision': String(revision),
      'x-conformance-signature': signature,
    },
    // A body that Deno holds whole it sends again when the connection breaks: the desk would see a call that nobody made.
    body: (request.body ?? new Blob([]).stream()).pipeThrough(new TransformStream()),
    duplex: 'half',
    // A caller that hangs up is seen at the desk too.
    signal: request.signal,
  }
  const sent = fetch(`${desk}/desk/1/${encodeURIComponent(name)}`, handed)
  const reply = await sent.catch((error) => `the desk at ${desk} was not reached: ${error}`)
  if (typeof reply === 'string') {
    return Response.json({ message: reply }, { status: 502, headers: { 'x-conformance-desk': 'unreachable' } })
  }
  const answer = reply.headers.get('x-conformance-reply')
  if (answer === null) {
    const headers = { 'x-conformance-desk': `refused ${reply.status}`, 'content-type': 'application/json' }
    return new Response(reply.body, { status: 502, headers })
  }
  const bytes = Uint8Array.from(atob(answer.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
  const { status, headers, fault } = JSON.parse(new TextDecoder().decode(bytes))
  if (fault === 'throws') {
    await reply.body?.cancel()
    throw new Error('the fixture function throws, as the desk told it to')
  }
  const isEmpty = [101, 204, 205, 304].includes(status)
  if (isEmpty) await reply.body?.cancel()
  return new Response(isEmpty ? null : reply.body, { status, headers })
})
