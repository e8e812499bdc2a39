// base44 dev has loaded orders/process, and hands calls of it to the hosted platform.
// Promised: the name is “Used when invoking via SDK or HTTP.” (backend-functions.md, Adding a configuration file);
// functions.invoke("orders/process") sends it as it stands.
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   node dev-forwards-calls-of-nested-names.mjs http://127.0.0.1:4400 app-1
// Exit code 1: it is as reported. 0: the promise is kept. 2: something else went wrong.
import { once } from 'node:events'
import { request } from 'node:http'

process.on('uncaughtException', ({ message }) => end(2, `Something else went wrong: ${message}`))
const [url = 'http://127.0.0.1:4400', app = 'app-1'] = process.argv.slice(2)

const path = `/api/apps/${app}/functions/orders/process`
const asked = await call(path)
const isKept = asked.text === '{"processed":true}'
console.log(`POST ${path}: ${asked.status} ${asked.text}`)
// No client of Base44 sends this; it shows that the function is there.
const known = await call(path.replace('orders/process', 'orders%2Fprocess'))
console.log(`POST with orders%2Fprocess in its place: ${known.status} ${known.text}`)
if (!isKept && known.status !== 200) end(2, 'the function is not there')
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
