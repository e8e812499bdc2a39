// base44 dev hands on Base44-App-Id, by which a function knows its app, as its caller wrote it.
// No document says where it is taken from; a function that is told of another app acts there.
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   node dev-believes-base44-app-id.mjs http://127.0.0.1:4400 app-1
// Exit code 1: it is as reported. 0: the promise is kept. 2: something else went wrong.
import { once } from 'node:events'
import { request } from 'node:http'

process.on('uncaughtException', ({ message }) => end(2, `Something else went wrong: ${message}`))
const [url = 'http://127.0.0.1:4400', app = 'app-1'] = process.argv.slice(2)

const path = `/api/apps/${app}/functions/echo`
const asked = await call(path, { 'base44-app-id': 'another-app' })
if (asked.status !== 200) end(2, `the function answers ${asked.status} ${asked.text}`)
const { appId } = JSON.parse(asked.text)
console.log(`POST ${path} with base44-app-id: another-app`)
console.log(`The function is told that it belongs to the app ${appId}`)
const [isSo, isKept] = [appId === 'another-app', appId === app]
if (isKept) end(0, 'The promise is kept')
end(isSo ? 1 : 2, isSo ? 'As reported: it is told what its caller wrote' : 'Something else is wrong')

async function call(path, headers = {}) {
  const sent = request(new URL(path, url), { method: 'POST', headers, signal: AbortSignal.timeout(60_000) })
  const [response] = await once(sent.end(), 'response')
  return { status: response.statusCode, text: (await response.setEncoding('utf8').toArray()).join('') }
}

function end(code, text) {
  console.log(text)
  process.exit(code)
}
