// An error body whose "message" is an object that no text can be made of breaks the handling of the error: onError is
// not called, and the caller gets a TypeError without status or body. Nothing but the SDK and node:http.
//   node untellable-message-breaks-the-error.repro.mjs [folder of the SDK]     exit 1: it is so, 0: it is not
import { createServer } from 'node:http'

const { createClient } = await import(process.argv[2] ? `${process.argv[2]}/dist/index.js` : '@base44/sdk')

console.error = () => {} // the SDK writes errors there as well
let body
const server = createServer((_, response) => {
  response.writeHead(422, { 'content-type': 'application/json' }).end(body)
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const serverUrl = `http://127.0.0.1:${server.address().port}`
const heard = []
const options = { onError: (error) => heard.push(error) }
const base44 = createClient({ appId: 'app', serverUrl, options })

let wrong = 0
for (body of ['{"message":{"text":"no"}}', '{"message":{"toString":"no"}}', '{"detail":[{"toString":"no"}]}']) {
  heard.length = 0
  const thrown = await base44.entities.Task.list().catch((error) => error)
  const right = heard.length === 1 && heard[0] === thrown && thrown.status === 422
  if (!right) wrong++
  console.log(right ? 'right' : 'WRONG', body, 'threw', String(thrown), 'and onError was called', heard.length, 'times')
}
server.close()
server.closeAllConnections()
process.exit(wrong > 0 ? 1 : 0)
