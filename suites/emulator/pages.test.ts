import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openPages, type Pages } from './open-page.ts'
import { admin, serveExample, type Served } from './serve-example.ts'

// The pages of the examples, in headless Chromium: what a person sees.

let pages: Pages
// Where there is no Chromium yet, it is installed first.
beforeAll(async () => (pages = await openPages()), 600_000)
afterAll(() => pages.close())

/** A machine that does other things too takes its time. */
function soon<T>(see: () => Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(see, { timeout: 20_000 })
}

async function serving(name: string, use: (served: Served) => Promise<void>): Promise<void> {
  const served = await serveExample(name)
  try {
    await use(served)
  } finally {
    await served.stop()
  }
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('to-do: two people at one list, each in a browser', async () => {
  await serving('todo-app', async (served) => {
    const { password } = await served.register('ada@example.com')
    await served.register('ben@example.com')
    const [ada, ben] = [await pages.open('todo-app', served.url), await pages.open('todo-app', served.url)]
    await signIn(ada.page, 'ada@example.com', 'wrong')
    await soon(() => ada.page.locator('#status').textContent()).toContain('password')
    await signIn(ada.page, 'ada@example.com', password)
    await signIn(ben.page, 'ben@example.com', password)
    await soon(() => ada.page.locator('#status').textContent()).toBe('ada@example.com is signed in.')
    await soon(() => ben.page.locator('#status').textContent()).toBe('ben@example.com is signed in.')

    await Promise.all([ada.listening, ben.listening])
    await ada.page.getByLabel('Task').fill('<b>Feed</b> the cat')
    await ada.page.getByLabel('For').fill('ben@example.com')
    await ada.page.getByRole('button', { name: 'Add' }).click()
    await soon(() => ada.page.getByRole('listitem').allTextContents()).toEqual([' <b>Feed</b> the cat'])
    await soon(() => ben.page.getByRole('listitem').allTextContents()).toEqual([' <b>Feed</b> the cat'])
    await ben.page.getByRole('checkbox').check()
    await soon(() => ada.page.getByRole('checkbox').isChecked()).toBe(true)
    await soon(() => ada.page.title()).toBe('To-do (1 of 1 done)')
    expect([ada.elsewhere(), ben.elsewhere(), ada.errors(), ben.errors()]).toEqual([[], [], [], []])
  })
})

test('payments: a webhook comes while the page is open', async () => {
  await serving('webhook-receiver', async (served) => {
    const { page, listening, elsewhere, errors } = await pages.open('webhook-receiver', served.url)
    await signIn(page, admin, served.adminPassword)
    await soon(() => page.locator('#status').textContent()).toBe(`${admin} is signed in.`)
    const report = (id: string, amount: number): Promise<Response> => {
      const data = { amount, currency: 'eur', customer: 'cus_1' }
      const body = JSON.stringify({ id, type: 'payment.succeeded', data })
      const signature = createHmac('sha256', 'whsec_an-example-and-nobodys-secret').update(body).digest('hex')
      return fetch(`${served.url}/functions/webhooks/payments`, { method: 'POST', headers: { 'x-signature': signature }, body }) // prettier-ignore
    }
    await listening
    expect((await report('evt_1', 1250)).status).toBe(200)
    await soon(() => page.getByRole('row').allTextContents()).toContain('evt_1cus_112.50 EURsucceeded')
    expect((await report('evt_2', 50)).status).toBe(200)
    await soon(() => page.locator('#revenue').textContent()).toBe('13.00 EUR')
    expect([elsewhere(), errors()]).toEqual([[], []])
  })
})

test('chat: what one says is seen by the other, and the answer is seen as it comes', async () => {
  await serving('streaming-chat', async (served) => {
    const { password } = await served.register('ada@example.com')
    await served.register('ben@example.com')
    const [ada, ben] = [await pages.open('streaming-chat', served.url), await pages.open('streaming-chat', served.url)]
    await signIn(ada.page, 'ada@example.com', password)
    await signIn(ben.page, 'ben@example.com', password)
    await soon(() => ben.page.locator('#status').textContent()).toBe('ben@example.com is signed in.')
    await Promise.all([ada.listening, ben.listening])
    await ada.page.getByLabel('Message').fill('Hello')
    await ada.page.getByRole('button', { name: 'Send' }).click()
    const said = ['Hello', 'You said “Hello”, which has 5 characters. Ask me anything else!']
    await soon(() => ada.page.getByRole('listitem').allTextContents()).toEqual(said)
    await soon(() => ben.page.getByRole('listitem').allTextContents()).toEqual(said)
    expect([ada.elsewhere(), ben.elsewhere(), ada.errors(), ben.errors()]).toEqual([[], [], [], []])
  })
})
