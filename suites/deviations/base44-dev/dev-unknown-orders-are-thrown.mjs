// The documents’ sample get-order, asked for an order that does not exist, answers 500: base44 dev answers 404 for
// the record, which the SDK throws, and the sample asks `if (!order)`.
// Promised: it answers “{ error: "Order not found" }, { status: 404 }” (functions-module.md, Error Handling).
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   node dev-unknown-orders-are-thrown.mjs http://127.0.0.1:4400 app-1
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

const order = await call(`/api/apps/${app}/entities/Orders`, { token, json: { title: 'a' } })
const path = `/api/apps/${app}/functions/get-order`
const known = await call(path, { token, json: { orderId: JSON.parse(order.text).id } })
if (known.status !== 200) end(2, `for an order that exists the function answers ${known.status} ${known.text}`)
const asked = await call(path, { token, json: { orderId: 'order-123' } })
console.log(`POST ${path} for an order that exists: ${known.status}`)
console.log(`The same for order-123, which does not: ${asked.status} ${asked.text}`)
const [isSo, isKept] = [asked.status === 500, asked.status === 404]
if (isKept) end(0, 'The promise is kept')
end(isSo ? 1 : 2, isSo ? 'As reported: the sample never comes to its 404' : 'Something else is wrong')

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
