// base44 dev tells a function its app only where the caller sent x-app-id, which the SDK does and a webhook does not.
// Promised: functions “create a client from the incoming request” (backend-functions.md, Use the SDK in functions),
// which takes this header.
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   node dev-names-no-app-to-webhooks.mjs http://127.0.0.1:4400 app-1
// Exit code 1: it is as reported. 0: the promise is kept. 2: something else went wrong.
import { once } from 'node:events'
import { request } from 'node:http'

process.on('uncaughtException', ({ message }) => end(2, `Something else went wrong: ${message}`))
const [url = 'http://127.0.0.1:4400', app = 'app-1'] = process.argv.slice(2)

const path = `/api/apps/${app}/functions/echo`
const [known, asked] = [await call(path, { 'x-app-id': app }), await call(path)]
if (JSON.parse(known.text).appId !== app) end(2, `the function answers ${known.status} ${known.text}`)
const { appId } = JSON.parse(asked.text)
console.log(`POST ${path} with x-app-id: the function is told that it belongs to the app ${app}`)
console.log(`The same without, as a webhook calls: ${appId}`)
const [isSo, isKept] = [asked.status === 200 && appId === null, appId === app]
if (isKept) end(0, 'The promise is kept')
end(isSo ? 1 : 2, isSo ? 'As reported: it is told no app' : 'Something else is wrong')

async function call(path, headers = {}) {
  const sent = request(new URL(path, url), { method: 'POST', headers, signal: AbortSignal.timeout(60_000) })
  const [response] = await once(sent.end(), 'response')
  return { status: response.statusCode, text: (await response.setEncoding('utf8').toArray()).join('') }
}

function end(code, text) {
  console.log(text)
  process.exit(code)
}
