// A function that is called as a webhook calls has no client: createClientFromRequest throws, since base44 dev names
// the app only to callers who sent x-app-id, which the SDK does.
// Promised: called directly, use “asServiceRole for all operations in these cases” (backend-functions.md, Call
// functions).
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   node dev-has-no-client-for-webhooks.mjs http://127.0.0.1:4400 app-1
// Exit code 1: it is as reported. 0: the promise is kept. 2: something else went wrong.
import { once } from 'node:events'
import { request } from 'node:http'

process.on('uncaughtException', ({ message }) => end(2, `Something else went wrong: ${message}`))
const [url = 'http://127.0.0.1:4400', app = 'app-1'] = process.argv.slice(2)

const path = `/api/apps/${app}/functions/webhook`
const [known, asked] = [await call(path, { 'x-app-id': app }), await call(path)]
if (known.status !== 200) end(2, `with x-app-id the function answers ${known.status} ${known.text}`)
console.log(`POST ${path} with x-app-id: ${known.status} ${known.text}`)
console.log(`The same without, as a webhook calls: ${asked.status} ${asked.text}`)
const [isSo, isKept] = [asked.status === 500 && asked.text.includes('Base44-App-Id'), asked.status === 200]
if (isKept) end(0, 'The promise is kept')
end(isSo ? 1 : 2, isSo ? 'As reported: the function cannot make its client' : 'Something else is wrong')

async function call(path, headers = {}) {
  const sent = request(new URL(path, url), { method: 'POST', headers, signal: AbortSignal.timeout(60_000) })
  const [response] = await once(sent.end(), 'response')
  return { status: response.statusCode, text: (await response.setEncoding('utf8').toArray()).join('') }
}

function end(code, text) {
  console.log(text)
  process.exit(code)
}
