// A File whose name is empty arrives as a plain field: its part has no filename, so a function that reads the form
// gets text instead of a file. Nothing but the SDK and node:http.
//   node empty-file-name-is-no-file.repro.mjs [folder of the SDK]     exit 1: it is so, 0: it is not
import { createServer } from 'node:http'

const { createClient } = await import(process.argv[2] ? `${process.argv[2]}/dist/index.js` : '@base44/sdk')

let body
const server = createServer((request, response) => {
  body = ''
  request.setEncoding('latin1').on('data', (text) => (body += text))
  request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'))
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const base44 = createClient({ appId: 'app', serverUrl: `http://127.0.0.1:${server.address().port}` })

await base44.functions.invoke('upload', { file: new File(['content'], '', { type: 'text/plain' }) })
const isFile = /name="file"; filename=""/.test(body)
console.log(isFile ? 'right: the part is a file' : `WRONG: the part is no file\n${body}`)
server.close()
server.closeAllConnections()
process.exitCode = isFile ? 0 : 1
