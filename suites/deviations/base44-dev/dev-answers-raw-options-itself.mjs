// base44 dev answers every OPTIONS request itself, also one that is no preflight: the function is not called.
// Promised: functions.fetch carries “PUT, PATCH, DELETE, or other methods” to the function (functions-module.md,
// Custom HTTP Methods).
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   node dev-answers-raw-options-itself.mjs http://127.0.0.1:4400 app-1
// Exit code 1: it is as reported. 0: the promise is kept. 2: something else went wrong.
import { once } from 'node:events'
import { request } from 'node:http'

process.on('uncaughtException', ({ message }) => end(2, `Something else went wrong: ${message}`))
const [url = 'http://127.0.0.1:4400', app = 'app-1'] = process.argv.slice(2)

const path = `/api/apps/${app}/functions/echo`
const known = await call(path)
if (known.status !== 200) end(2, `the function answers ${known.status} ${known.text}`)
const asked = await call(path, 'OPTIONS')
const isSo = asked.status === 204
const isKept = asked.status === 200 && JSON.parse(asked.text).method === 'OPTIONS'
console.log(`POST ${path} is answered by the function: ${known.status} ${known.text}`)
console.log(`OPTIONS ${path}: ${asked.status} “${asked.text}”`)
if (isKept) end(0, 'The promise is kept')
end(isSo ? 1 : 2, isSo ? 'As reported: the function was not called' : 'Something else is wrong')

async function call(path, method = 'POST') {
  const sent = request(new URL(path, url), { method, signal: AbortSignal.timeout(60_000) })
  const [response] = await once(sent.end(), 'response')
  return { status: response.statusCode, text: (await response.setEncoding('utf8').toArray()).join('') }
}

function end(code, text) {
  console.log(text)
  process.exit(code)
}
