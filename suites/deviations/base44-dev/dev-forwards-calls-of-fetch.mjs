// base44 dev has the function, and hands calls at the address of functions.fetch to the hosted platform.
// Promised: functions.fetch “performs a direct HTTP request to a backend function path” (functions-module.md, fetch);
// @base44/sdk 0.8.50 sends it to /api/functions/<name>.
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   node dev-forwards-calls-of-fetch.mjs http://127.0.0.1:4400 app-1
// Exit code 1: it is as reported. 0: the promise is kept. 2: something else went wrong.
import { once } from 'node:events'
import { request } from 'node:http'

process.on('uncaughtException', ({ message }) => end(2, `Something else went wrong: ${message}`))
const [url = 'http://127.0.0.1:4400', app = 'app-1'] = process.argv.slice(2)

const known = await call(`/api/apps/${app}/functions/echo`)
if (known.status !== 200) end(2, `the function answers ${known.status} ${known.text}`)
const asked = await call('/api/functions/echo')
const isKept = asked.text === known.text
console.log(`POST /api/apps/${app}/functions/echo is answered by the function: ${known.status} ${known.text}`)
console.log(`POST /api/functions/echo: ${asked.status} ${asked.text}`)
if (isKept) end(0, 'The promise is kept')
end(1, 'As reported: that came from elsewhere; the log of base44 dev says where it passed the call')

async function call(path) {
  const sent = request(new URL(path, url), { method: 'POST', signal: AbortSignal.timeout(60_000) })
  const [response] = await once(sent.end(), 'response')
  return { status: response.statusCode, text: (await response.setEncoding('utf8').toArray()).join('') }
}

function end(code, text) {
  console.log(text)
  process.exit(code)
}
