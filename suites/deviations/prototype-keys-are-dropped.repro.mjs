// invoke() loses parameters called constructor, prototype or __proto__, at any depth and without a word: the object
// is merged key by key on its way, and the merge leaves those out. Nothing but the SDK and node:http.
//   node prototype-keys-are-dropped.repro.mjs [folder of the SDK]     exit 1: it is so, 0: it is not
import { createServer } from 'node:http'

const { createClient } = await import(process.argv[2] ? `${process.argv[2]}/dist/index.js` : '@base44/sdk')

let arrived
const server = createServer((request, response) => {
  arrived = ''
  request.setEncoding('utf8').on('data', (text) => (arrived += text))
  request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'))
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const base44 = createClient({ appId: 'app', serverUrl: `http://127.0.0.1:${server.address().port}` })

let wrong = 0
for (const sent of ['constructor', 'prototype', '__proto__'].flatMap((key) => [
  `{"${key}":"x"}`,
  `{"race":{"${key}":"x"}}`,
])) {
  await base44.functions.invoke('collect', JSON.parse(sent))
  if (arrived !== sent) wrong++
  console.log(arrived === sent ? 'right' : 'WRONG', sent, 'arrived as', arrived)
}
server.close()
server.closeAllConnections()
process.exitCode = wrong > 0 ? 1 : 0
