// invoke() puts the name of a function into the address as it is, so a name that holds a character with a meaning
// in URLs calls something else. Nothing but the SDK and node:http.
//   node names-are-not-encoded.repro.mjs [folder of the SDK]     exit 1: it is so, 0: it is not
import { createServer } from 'node:http'

const { createClient } = await import(process.argv[2] ? `${process.argv[2]}/dist/index.js` : '@base44/sdk')
const names = ['what?now', 'issue#1', 'a%41', '100%25', 'a\\b', 'a\tb', 'a\nb']

let called
const server = createServer((request, response) => {
  const segments = request.url.split('?')[0].split('/')
  called = segments
    .slice(segments.indexOf('functions') + 1)
    .map(decodeURIComponent)
    .join('/')
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const base44 = createClient({ appId: 'app', serverUrl: `http://127.0.0.1:${server.address().port}` })

let wrong = 0
for (const name of names) {
  await base44.functions.invoke(name, {})
  if (called !== name) wrong++
  console.log(called === name ? 'right' : 'WRONG', JSON.stringify(name), 'was called as', JSON.stringify(called))
}
server.close()
server.closeAllConnections()
process.exitCode = wrong > 0 ? 1 : 0
