import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import type { Forwarded } from '../../../model/backend.ts'
import { sinkVariable } from './channel.ts'
import { openSink } from '../sink.ts'

// In a process of its own, as it is loaded: the program tries to get out, and says what it saw.

const seen = `const seen = (response) => { response.resume(); console.log(response.statusCode, response.headers['x-conformance-refused']) };`

const ways: readonly [way: string, program: string, said: string, noted: Forwarded][] = [
  [
    'https.request, as a proxy does',
    `https.request({ host: 'base44.app', port: 443, path: '/a?b', method: 'PUT', agent: new https.Agent(), headers: { host: 'base44.app' } }, seen).end('x')`,
    '502 PUT https://base44.app/a?b',
    { method: 'PUT', host: 'base44.app', target: '/a?b' },
  ],
  [
    'http.get with an address and options',
    `http.get('http://example.com:81/a%20b', { headers: { a: 'b' } }, seen)`,
    '502 GET http://example.com:81/a%20b',
    { method: 'GET', host: 'example.com:81', target: '/a%20b' },
  ],
  [
    'https.get with a URL and raw headers',
    `https.get(new URL('https://example.com/'), { headers: ['host', 'example.com', 'a', 'b'] }, seen)`,
    '502 GET https://example.com/',
    { method: 'GET', host: 'example.com', target: '/' },
  ],
  [
    'what was imported by name',
    `(await import('node:https')).request('https://example.com/n', seen).end()`,
    '502 GET https://example.com/n',
    { method: 'GET', host: 'example.com', target: '/n' },
  ],
  [
    'fetch',
    `await fetch('https://example.com/f?g', { method: 'POST', body: 'x' }).catch((e) => console.log(e.message, e.cause.message))`,
    'fetch failed base44-conformance let nothing through to https://example.com',
    { method: 'POST', host: 'example.com', target: '/f?g' },
  ],
  [
    'fetch of a Request',
    `await fetch(new Request('https://example.com/r', { method: 'DELETE' })).catch((e) => console.log(e.message))`,
    'fetch failed',
    { method: 'DELETE', host: 'example.com', target: '/r' },
  ],
  [
    'a socket to an address',
    `net.connect(443, '192.0.2.1').on('error', (e) => console.log(e.code))`,
    'ENETUNREACH',
    { method: 'NET', host: '192.0.2.1:443', target: '' },
  ],
  [
    'TLS',
    `tls.connect(443, '192.0.2.1').on('error', (e) => console.log(e.code))`,
    'ENETUNREACH',
    { method: 'TLS', host: '192.0.2.1:443', target: '' },
  ],
  [
    'a name',
    `dns.lookup('base44.app', (e) => console.log(e.code))`,
    'ENETUNREACH',
    { method: 'DNS', host: 'base44.app', target: '' },
  ],
]

test.each(ways)('%s goes nowhere, and is told', async (_, program, said, noted) => {
  const { stdout, forwarded } = await guarded(program)
  expect(stdout.trim()).toBe(said)
  expect(forwarded).toEqual([noted])
})

test('loopback is left alone, also an address of this machine that is listened at', async () => {
  const { stdout, forwarded } = await guarded(`
    const server = http.createServer((request, response) => response.end(request.url)).listen(0, '127.0.0.1', async () => {
      const { port } = server.address()
      console.log(await (await fetch('http://127.0.0.1:' + port + '/f')).text())
      http.get({ host: 'localhost', port, path: '/g' }, async (response) => {
        console.log(String(await response.setEncoding('utf8').toArray()))
        const [own] = Object.values(os.networkInterfaces()).flat().filter(({ internal }) => !internal)
        net.createServer().listen(0, own?.address ?? '127.0.0.1', () => { console.log('listens'); process.exit() })
      })
    })`)
  expect(stdout.split('\n')).toEqual(['/f', '/g', 'listens', ''])
  expect(forwarded).toEqual([])
})

async function guarded(program: string): Promise<{ stdout: string; forwarded: readonly Forwarded[] }> {
  const sink = await openSink()
  onTestFinished(sink.close)
  const imports = ['http', 'https', 'net', 'tls', 'dns', 'os'].map((name) => `import ${name} from 'node:${name}';`)
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', `${imports.join('')}${seen}${program}`],
    {
      env: {
        PATH: process.env['PATH'],
        NODE_OPTIONS: `--import=${new URL('./guard.ts', import.meta.url).href}`,
        [sinkVariable]: String(sink.port),
      },
    },
  )
  return { stdout, forwarded: sink.forwarded }
}
