// base44 dev answers every OPTIONS request itself, also one that is no preflight: the function is not called.
// Promised: functions.fetch carries “PUT, PATCH, DELETE, or other methods” to the function (functions-module.md,
// Custom HTTP Methods). Its headers and body go with it.
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   npm install @base44/sdk && node dev-answers-options-with-headers-and-body-itself.mjs http://127.0.0.1:4400 app-1
// Exit code 1: it is as reported. 0: the promise is kept. 2: something else went wrong.
import { createClient } from '@base44/sdk'

process.on('uncaughtException', ({ message }) => end(2, `Something else went wrong: ${message}`))
const [url = 'http://127.0.0.1:4400', app = 'app-1'] = process.argv.slice(2)

const { functions } = createClient({ appId: app, serverUrl: url })
const known = await functions.invoke('echo', {})
if (known.data.method !== 'POST') end(2, `the function answers ${JSON.stringify(known.data)}`)
const asked = await functions.fetch('/echo', { method: 'OPTIONS', headers: { 'x-note': 'a note' }, body: 'text: {}' })
const text = await asked.text()
const isSo = asked.status === 204
const isKept = asked.status === 200 && text.includes('a note') && text.includes('text: {}')
console.log(`functions.invoke('echo') is answered by the function: ${JSON.stringify(known.data)}`)
console.log(
  `functions.fetch('/echo', { method: 'OPTIONS' }): ${asked.status} “${text}”, ${asked.headers.get('access-control-allow-methods')}`,
)
if (isKept) end(0, 'The promise is kept')
end(isSo ? 1 : 2, isSo ? 'As reported: the function was not called' : 'Something else is wrong')

function end(code, text) {
  console.log(text)
  process.exit(code)
}
