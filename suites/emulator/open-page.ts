import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

const examples = fileURLToPath(new URL('../../examples', import.meta.url))

/** The pages of examples, each built and served at an origin of its own, in a headless Chromium. */
export interface Pages {
  readonly open: (name: string, server: string) => Promise<Opened>
  readonly close: () => Promise<void>
}

export interface Opened {
  readonly page: Page
  /** Hosts other than this machine that the page asked for: there should be none. */
  readonly elsewhere: () => readonly string[]
  /** Resolves when the page has asked to hear of changes: what happened before, it is not told. */
  readonly listening: Promise<void>
  /** What the page could not cope with. */
  readonly errors: () => readonly string[]
}

export async function openPages(): Promise<Pages> {
  const browser = await launch()
  const servers: { close: () => void }[] = []
  return {
    async open(name, server) {
      const { url, close } = await serve(name)
      servers.push({ close })
      const page = await (await browser.newContext()).newPage()
      const elsewhere: string[] = []
      const errors: string[] = []
      page.on('request', (request) => {
        const { hostname } = new URL(request.url())
        if (!['127.0.0.1', 'localhost'].includes(hostname)) elsewhere.push(hostname)
      })
      const listening = new Promise<void>((resolve) => {
        page.on('websocket', (socket) =>
          socket.on('framesent', ({ payload }) => {
            if (String(payload).includes('"join"')) resolve()
          }),
        )
      })
      page.on('pageerror', (error) => errors.push(error.message))
      await page.goto(`${url}/?server=${encodeURIComponent(server)}`)
      return { page, listening, elsewhere: () => elsewhere, errors: () => errors }
    },
    async close() {
      await browser.close()
      servers.forEach(({ close }) => close())
    },
  }
}

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update'], // prettier-ignore
  })
}

async function serve(name: string): Promise<{ url: string; close: () => void }> {
  const folder = `${examples}/${name}`
  const { outputFiles } = await build({
    entryPoints: [`${folder}/src/main.js`],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  })
  const page = await readFile(`${folder}/index.html`, 'utf8')
  const script = outputFiles[0]?.text ?? ''
  const server = createServer(({ url = '' }, response) => {
    const isScript = url.startsWith('/main.js')
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
    response.end(isScript ? script : page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}
