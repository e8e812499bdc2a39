// A function breaks off in the middle of its answer; base44 dev keeps the connection of the caller open, for good.
// Promised: functions.invoke throws where there is no whole response (functions-module.md, invoke); a caller who is
// never told waits.
// How to start base44 dev for it: README.md in suites/deviations/base44-dev of base44-conformance. Then:
//   node dev-broken-off-answer-never-ends.mjs http://127.0.0.1:4400 app-1
// Exit code 1: it is as reported. 0: the promise is kept. 2: something else went wrong.
import { request } from 'node:http'

process.on('uncaughtException', ({ message }) => end(2, `Something else went wrong: ${message}`))
const [url = 'http://127.0.0.1:4400', app = 'app-1'] = process.argv.slice(2)

const patienceMs = 5000
const path = `/api/apps/${app}/functions/breaks`
const saw = await new Promise((resolve, reject) => {
  const sent = request(new URL(path, url), { method: 'POST', signal: AbortSignal.timeout(60_000) }, (response) => {
    let text = ''
    const seen = (how) => resolve({ how, text }) || sent.destroy()
    response.on('data', (bytes) => (text += bytes)).on('error', () => seen('broken off'))
    response.on('end', () => seen('whole'))
    setTimeout(seen, patienceMs, 'open').unref()
  })
  sent.on('error', reject).end()
})
console.log(`POST ${path}: “${saw.text}”, and ${patienceMs / 1000} s later at most the answer was ${saw.how}`)
if (saw.text !== 'half' || saw.how === 'whole') end(2, 'that is no answer that broke off')
if (saw.how === 'broken off') end(0, 'The promise is kept')
end(1, 'As reported: the caller is not told that no more will come')

function end(code, text) {
  console.log(text)
  process.exit(code)
}
