// functions.fetch sends the token that the client was made with, or none: what setToken or a login set later never
// reaches it, though every other member follows. Nothing but the SDK and node:http.
//   node fetch-keeps-the-configured-token.repro.mjs [folder of the SDK]     exit 1: it is so, 0: it is not
import { createServer } from 'node:http'

const { createClient } = await import(process.argv[2] ? `${process.argv[2]}/dist/index.js` : '@base44/sdk')

let sent
const server = createServer((request, response) => {
  sent = request.headers.authorization
  const body = request.url.endsWith('/auth/login') ? { access_token: 'token-of-the-login', user: {} } : []
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const app = { appId: 'app', serverUrl: `http://127.0.0.1:${server.address().port}` }

let wrong = 0
async function check(way, base44, wanted) {
  await base44.entities.Task.list()
  const others = sent
  await base44.functions.fetch('/whoami')
  const right = sent === `Bearer ${wanted}`
  if (!right) wrong++
  console.log(right ? 'right' : 'WRONG', way, '- entities:', others, '- functions.fetch:', sent ?? 'no token')
}

const replaced = createClient({ ...app, token: 'old-token' })
replaced.setToken('new-token')
await check('setToken over a configured token', replaced, 'new-token')

const anonymous = createClient(app)
anonymous.setToken('new-token')
await check('setToken on an anonymous client', anonymous, 'new-token')

const user = createClient(app)
await user.auth.loginViaEmailPassword('user@example.com', 'password')
await check('login', user, 'token-of-the-login')

server.close()
server.closeAllConnections()
// Not left to end by itself: some versions go on sending analytics after a login.
process.exit(wrong > 0 ? 1 : 0)
