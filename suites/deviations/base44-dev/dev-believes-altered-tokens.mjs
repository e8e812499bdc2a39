// base44 dev reads from a token whose it is, and does not check the signature: altered tokens are believed.
// No document says how a token is checked; where its text alone counts, anybody writes one for anybody.
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   node dev-believes-altered-tokens.mjs http://127.0.0.1:4400 app-1
// Exit code 1: it is as reported. 0: the promise is kept. 2: something else went wrong.
import { once } from 'node:events'
import { request } from 'node:http'

process.on('uncaughtException', ({ message }) => end(2, `Something else went wrong: ${message}`))
const [url = 'http://127.0.0.1:4400', app = 'app-1'] = process.argv.slice(2)

// base44 dev takes any password for that of whoever is logged in to the command line.
const { BASE44_EMAIL: email = 'dev@example.com' } = process.env
const login = await call(`/api/apps/${app}/auth/login`, { json: { email, password: 'any password' } })
const { access_token: token } = JSON.parse(login.text)
if (token === undefined) end(2, `BASE44_EMAIL=${email} cannot log in: ${login.status} ${login.text}`)

const path = `/api/apps/${app}/entities/User/me`
const known = await call(path, { method: 'GET', token })
if (known.status !== 200) end(2, `with the token as it was given: ${known.status} ${known.text}`)
const asked = await call(path, { method: 'GET', token: `${token}0` })
console.log(`GET ${path} with the token of a user: ${known.status} ${JSON.parse(known.text).email}`)
console.log(`The same with a 0 behind the token: ${asked.status} ${JSON.parse(asked.text).email}`)
const [isSo, isKept] = [asked.status === 200, asked.status === 401 || asked.status === 403]
if (isKept) end(0, 'The promise is kept')
end(isSo ? 1 : 2, isSo ? 'As reported: the altered token is as good as the real one' : 'Something else is wrong')

async function call(path, { method = 'POST', token, json } = {}) {
  const headers = { 'content-type': 'application/json', 'x-app-id': app }
  if (token !== undefined) headers.authorization = `Bearer ${token}`
  const sent = request(new URL(path, url), { method, headers, signal: AbortSignal.timeout(60_000) })
  const [response] = await once(sent.end(json && JSON.stringify(json)), 'response')
  return { status: response.statusCode, text: (await response.setEncoding('utf8').toArray()).join('') }
}

function end(code, text) {
  console.log(text)
  process.exit(code)
}
