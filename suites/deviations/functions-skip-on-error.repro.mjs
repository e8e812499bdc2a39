// options.onError never hears of a failed call of a function: not of an error status that invoke() throws, and not of a
// connection that breaks, whether with invoke() or fetch(), as the user or as the service role. Of every other module it
// does. Nothing but the SDK and node:http.
//   node functions-skip-on-error.repro.mjs [folder of the SDK]     exit 1: it is so, 0: it is not
import { createServer } from 'node:http'

const { createClient } = await import(process.argv[2] ? `${process.argv[2]}/dist/index.js` : '@base44/sdk')

console.error = () => {} // the SDK writes errors there as well
const server = createServer((request, response) => {
  if (request.url.endsWith('/breaks')) request.socket.destroy()
  else response.writeHead(503, { 'content-type': 'application/json' }).end('{"message":"no"}')
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

const heard = []
const base44 = createClient({
  appId: 'app',
  token: 'user-token',
  serviceToken: 'service-token',
  serverUrl: `http://127.0.0.1:${server.address().port}`,
  options: { onError: (error) => heard.push(error) },
})

const calls = {
  'entities.Task.list, 503': () => base44.entities.Task.list(),
  'functions.invoke, 503': () => base44.functions.invoke('fails', {}),
  'functions.invoke, connection reset': () => base44.functions.invoke('breaks', {}),
  'asServiceRole.functions.invoke, 503': () => base44.asServiceRole.functions.invoke('fails', {}),
  'asServiceRole.functions.invoke, connection reset': () => base44.asServiceRole.functions.invoke('breaks', {}),
}
// Before 0.8.22 there is no functions.fetch.
if (base44.functions.fetch !== undefined) {
  calls['functions.fetch, connection reset'] = () => base44.functions.fetch('/breaks')
  calls['asServiceRole.functions.fetch, connection reset'] = () => base44.asServiceRole.functions.fetch('/breaks')
}

let wrong = 0
for (const [name, call] of Object.entries(calls)) {
  heard.length = 0
  const thrown = await call().then(
    () => undefined,
    (error) => error,
  )
  const right = thrown !== undefined && heard.length === 1 && heard[0] === thrown
  if (!right) wrong++
  console.log(right ? 'right' : 'WRONG', name, 'threw', thrown?.name, 'and onError was called', heard.length, 'times')
}
server.close()
server.closeAllConnections()
process.exit(wrong > 0 ? 1 : 0)
