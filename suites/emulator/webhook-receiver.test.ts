import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, serveExample, type Client, type Served } from './serve-example.ts'

// The webhook receiver, called as a payment service would, and read by the SDK in Node.

let served: Served
let root: Client
beforeAll(async () => {
  served = await serveExample('webhook-receiver')
  root = served.client()
  await root.auth.loginViaEmailPassword(admin, served.adminPassword)
})
afterAll(() => served.stop())

/** Of the project's `.env`. */
const secret = 'whsec_an-example-and-nobodys-secret'

function report(event: unknown, signedWith: string = secret): Promise<Response> {
  const body = JSON.stringify(event)
  const signature = createHmac('sha256', signedWith).update(body).digest('hex')
  return fetch(`${served.url}/functions/webhooks/payments`, { method: 'POST', headers: { 'x-signature': signature }, body }) // prettier-ignore
}

function payment(id: string, amount: number, currency = 'eur'): object {
  return { id, type: 'payment.succeeded', data: { amount, currency, customer: 'cus_1' } }
}

test('what is signed is written down, once, by the service role', async () => {
  const answers = [await report(payment('evt_1', 1250)), await report(payment('evt_1', 1250))]
  expect(await Promise.all(answers.map(async (one) => [one.status, await one.json()]))).toEqual([
    [200, { received: true }],
    [200, { received: true }],
  ])
  expect(await root.entities.Payment.filter({ event: 'evt_1' })).toMatchObject([
    { event: 'evt_1', amount: 1250, currency: 'eur', status: 'succeeded' },
  ])
  expect(served.told()).toContain('evt_1: succeeded')
  expect(served.told()).toContain('evt_1: came again')
})

test.each([
  ['another secret', 'whsec_another', 400],
  ['no secret', '', 400],
])('%s is refused', async (_, key, status) => {
  expect((await report(payment('evt_forged', 1), key)).status).toBe(status)
  expect(await root.entities.Payment.filter({ event: 'evt_forged' })).toEqual([])
})

test('nobody but the webhook writes, nobody but admins reads', async () => {
  await report(payment('evt_2', 100))
  const { client } = await served.register('una@example.com')
  expect(await client.entities.Payment.list()).toEqual([])
  expect(await served.client().entities.Payment.list()).toEqual([])
  for (const one of [client, root, served.client()]) {
    await expect(one.entities.Payment.create({ event: 'x', amount: 1 })).rejects.toMatchObject({ status: 403 })
  }
  expect((await client.functions.invoke('revenue', {})).data).toEqual({})
})

test('what was earned is added up by currency, what is refunded is not', async () => {
  await report(payment('evt_3', 700, 'chf'))
  await report(payment('evt_4', 55, 'chf'))
  await report({ id: 'evt_4', type: 'payment.refunded', data: { amount: 55, currency: 'chf', customer: 'cus_1' } })
  expect((await root.functions.invoke('revenue', {})).data).toMatchObject({ chf: 700 })
})

test('the secret is told to nobody', () => {
  expect(served.told()).not.toContain(secret)
})
