import { expect, test } from 'vitest'
import { testApp, type Answered, type TestApp } from '../fixtures/test-app.ts'

const core = '/api/apps/app-1/integration-endpoints/Core'

function send(emulator: TestApp, { file, to = 'UploadFile' }: { file: File; to?: string }): Promise<Answered> {
  const form = new FormData()
  form.append('file', file)
  return emulator.ask({ path: `${core}/${to}`, form })
}

const pathOf = (url: unknown): string => String(url).replace('http://127.0.0.1:4400', '')

test.each([
  ['a.png', 'image/png', 'image/png', 'inline'],
  ['a.pdf', 'application/pdf', 'application/pdf', 'inline'],
  ['a.txt', 'text/plain', 'text/plain', 'inline'],
  ['a.html', 'text/html', 'text/html', 'attachment'],
  ['a.svg', 'image/svg+xml', 'image/svg+xml', 'attachment'],
  ['a', '', 'application/octet-stream', 'attachment'],
  ['../../"ö\r\n\uD800.html', 'text/html', 'text/html', 'attachment'],
])('%j of type %j is served as %j, %s', async (name, type, served, shown) => {
  const emulator = testApp()
  const file = new File([Uint8Array.of(0, 255, 10)], name, { type })
  const uploaded = await send(emulator, { file })
  expect(uploaded).toMatchObject({ status: 200, json: { file_url: expect.stringMatching(/^http:\/\/127.0.0.1:4400\/media\/[\w.-]+$/) } }) // prettier-ignore
  const { status, headers } = await emulator.ask({ path: pathOf(uploaded.json['file_url']) })
  expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([200, served, 'nosniff'])
  expect(headers.get('content-disposition')).toMatch(new RegExp(`^${shown}; filename\\*=UTF-8''[\\w.%-]+$`))
  expect(headers.get('content-security-policy')).toBe(shown === 'inline' ? null : "default-src 'none'; sandbox")
})

test('a private file is served to whoever has a signed address, until its time is over', async () => {
  const emulator = testApp()
  const file = new File(['secret'], 'a.txt', { type: 'text/plain' })
  const { json } = await send(emulator, { file, to: 'UploadPrivateFile' })
  const uri = String(json['file_uri'])
  const sign = (more: object): Promise<Answered> =>
    emulator.ask({ path: `${core}/CreateFileSignedUrl`, json: { file_uri: uri, ...more } })
  const get = async (path: string): Promise<number> => (await emulator.ask({ path })).status
  const signed = pathOf((await sign({})).json['signed_url'])
  expect(await emulator.ask({ path: signed })).toMatchObject({ status: 200, json: { text: 'secret' } })
  expect((await emulator.ask({ path: signed })).headers.get('cache-control')).toBe('private, no-store')
  const later = signed.replace(/expires=(\d+)/, (_, at) => `expires=${Number(at) + 1}`)
  const paths = [
    `/media/${uri}`,
    `/media/${encodeURIComponent(uri)}`,
    `${signed}x`,
    later,
    signed.replace(/expires=\d+/, 'expires='),
  ]
  expect(await Promise.all(paths.map(get))).not.toContain(200)
  emulator.advance(5)
  expect(await get(signed)).toBe(403)
  expect(await get(pathOf((await sign({ expires_in: 3600 })).json['signed_url']))).toBe(200)
  expect((await sign({ file_uri: 'private/none' })).status).toBe(404)
  expect((await sign({ expires_in: -1 })).status).toBe(400)
  const open = await send(emulator, { file })
  expect((await sign({ file_uri: pathOf(open.json['file_url']).replace('/media/', 'public/') })).status).toBe(404)
})

test('what is no file is a 400, what is too large a 413', async () => {
  const emulator = testApp()
  expect((await emulator.ask({ path: `${core}/UploadFile`, json: { file: 'a' } })).status).toBe(400)
  const form = new FormData()
  form.append('file', 'text')
  expect((await emulator.ask({ path: `${core}/UploadFile`, form })).status).toBe(400)
  const large = new File([new Uint8Array(50 * 1024 * 1024 + 1)], 'a.bin')
  expect((await send(emulator, { file: large })).status).toBe(413)
  expect((await emulator.ask({ path: '/media/none' })).status).toBe(404)
})
