// The documents’ sample current-user does not load: it imports "@base44/sdk", a bare name that Deno does not know
// without an import map, and that of base44 dev names base44:runtime alone.
// Promised: “import { createClientFromRequest } from "@base44/sdk";” (client-setup.md, In Backend Functions).
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   node dev-knows-no-bare-import.mjs http://127.0.0.1:4400 app-1
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

const known = await call(`/api/apps/${app}/functions/all-orders`, { token })
if (known.status !== 200) end(2, `a function that imports npm:@base44/sdk answers ${known.status} ${known.text}`)
const path = `/api/apps/${app}/functions/current-user`
const asked = await call(path, { token })
console.log(`A function that imports npm:@base44/sdk answers ${known.status}`)
console.log(`POST ${path}, which imports @base44/sdk: ${asked.status} ${asked.text}`)
const [isSo, isKept] = [asked.status === 500, asked.status === 200 && JSON.parse(asked.text).user?.email === email]
if (isKept) end(0, 'The promise is kept')
end(isSo ? 1 : 2, isSo ? 'As reported: it does not load; the log of base44 dev says why' : 'Something else is wrong')

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
