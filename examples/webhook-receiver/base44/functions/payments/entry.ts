import { createClientFromRequest } from 'npm:@base44/sdk'

/** Takes what a payment service reports: signed, perhaps more than once, by nobody who is signed in. */
Deno.serve(async (req) => {
  const body = await req.text()
  if (!(await isSigned(body, req.headers.get('x-signature') ?? ''))) {
    return Response.json({ error: 'The signature does not fit' }, { status: 400 })
  }
  const { id, type, data } = JSON.parse(body)
  const status = { 'payment.succeeded': 'succeeded', 'payment.refunded': 'refunded' }[type as string]
  if (status === undefined) return Response.json({ ignored: type })

  const { Payment } = createClientFromRequest(req).asServiceRole.entities
  const { amount, currency, customer } = data
  const { created } = await Payment.upsert([{ event: id, amount, currency, customer, status }], { key: 'event' })
  console.log(created === 1 ? `${id}: ${status}` : `${id}: came again`)
  return Response.json({ received: true })
})

async function isSigned(body: string, signature: string): Promise<boolean> {
  const utf8 = new TextEncoder()
  const secret = utf8.encode(Deno.env.get('WEBHOOK_SECRET') ?? '')
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (byte) => parseInt(byte, 16))
  return crypto.subtle.verify('HMAC', key, bytes, utf8.encode(body))
}
