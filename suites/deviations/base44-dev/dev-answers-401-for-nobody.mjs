// The documents’ sample all-orders, called by nobody who is signed in, ends with an uncaught error: asked who is
// signed in, base44 dev answers 401, which the SDK throws, and the sample asks `if (!user)`.
// Promised: without a user it answers “{ error: "Unauthorized" }, { status: 401 }” (functions-module.md, With Service
// Role Access).
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   node dev-answers-401-for-nobody.mjs http://127.0.0.1:4400 app-1
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

const path = `/api/apps/${app}/functions/all-orders`
const known = await call(path, { token })
if (known.status !== 200) end(2, `for a user the function answers ${known.status} ${known.text}`)
const asked = await call(path)
console.log(`POST ${path} for a user: ${known.status}`)
console.log(`The same for nobody: ${asked.status} ${asked.text}`)
const [isSo, isKept] = [asked.status === 500, asked.status === 401]
if (isKept) end(0, 'The promise is kept')
end(isSo ? 1 : 2, isSo ? 'As reported: the sample could not tell its caller to sign in' : 'Something else is wrong')

async function call(path, { token, json } = {}) {
  const headers = { 'content-type': 'application/json', 'x-app-id': app }
  if (token !== undefined) headers.authorization = `Bearer ${token}`
  const sent = request(new URL(path, url), { method: 'POST', headers, signal: AbortSignal.timeout(60_000) })
  const [response] = await once(sent.end(json && JSON.stringify(json)), 'response')
  return { status: response.statusCode, text: (await response.setEncoding('utf8').toArray()).join('') }
}

function end(code, text) {
  console.log(text)
  process.exit(code)
}
