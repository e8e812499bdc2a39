import { request as send, type ClientRequest, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { NetworkFault } from '../../model/world.ts'
import { ok, useStage } from './fixtures/scenes.ts'

const { stage, open } = useStage()

const failures: readonly (readonly [NetworkFault, RegExp, RegExp])[] = [
  ['reset', /ECONNRESET|UND_ERR_SOCKET/, /ECONNRESET/],
  ['reset-mid-body', /UND_ERR_SOCKET|ECONNRESET|terminated/, /ECONNRESET/],
  ['not-http', /does not match the HTTP\/1.1 protocol/, /HPE_INVALID/],
]

test.each(failures)(
  '%s looks to fetch and to node:http as the failure of a network',
  async (fault, byFetch, byHttp) => {
    const scene = open({ ...ok, fault })
    const fetched = await fetch(scene.url).then((response) => response.text()).catch((error: unknown) => error) // prettier-ignore
    expect(codesOf(fetched)).toMatch(byFetch)
    expect(codesOf(await get(scene.url))).toMatch(byHttp)
    await scene.settled()
    expect(scene.exchanges).toHaveLength(2)
    expect(scene.exchanges.map(({ response, aborted }) => [response?.fault, aborted])).toEqual([[fault, false], [fault, false]]) // prettier-ignore
    scene.close()
  },
)

test('refused: nobody listens on the port until it is restored', async () => {
  const scene = open()
  expect((await fetch(scene.url)).status).toBe(200)
  await scene.refuse()
  expect(codesOf(await fetch(scene.url).catch((error: unknown) => error))).toMatch(/ECONNREFUSED/)
  await scene.restore()
  expect(await (await fetch(scene.url)).text()).toBe('hello')
  expect(scene.exchanges).toHaveLength(2)
  scene.close()
})

test('a mistake of ours while answering is thrown by settled, not held against the SDK', async () => {
  const broken = stage().open({ clients: ['client'], respond: () => { throw new Error('our mistake') } }) // prettier-ignore
  await expect(fetch(broken.origins['client'] as string)).rejects.toThrow('fetch failed')
  await expect(broken.settled()).rejects.toThrow('our mistake')
  broken.close()
})

function get(url: string): Promise<unknown> {
  return new Promise((resolve) => {
    const request: ClientRequest = send(url, (response: IncomingMessage) => text(response).then(resolve, resolve))
    request.on('error', resolve).end()
  })
}

function codesOf(error: unknown): string {
  const { code, message, cause } = error as Error & { code?: string }
  return [code, message, cause === undefined ? '' : codesOf(cause)].join(' ')
}
