import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The least that answers: reads the request, sends `"ok"` as JSON. */
export async function startServer(): Promise<{ url: string; close: () => void }> {
  const server: Server = createServer((request, response) => {
    request.resume()
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('"ok"'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
