#!/usr/bin/env node
// Plain JavaScript that old Nodes can read: it finds a Node that is new enough, then hands over.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const needed = [22, 18]
const here = (path) => fileURLToPath(new URL(path, import.meta.url))

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > needed[0] || (major === needed[0] && minor >= needed[1])) await start()
else handOver()

async function start() {
  module.enableCompileCache?.()
  const source = new URL('../harness/cli/main.ts', import.meta.url)
  const built = new URL('../dist/harness/cli/main.js', import.meta.url)
  const { main } = await import(existsSync(fileURLToPath(source)) ? source.href : built.href)
  process.exitCode = await main(process.argv.slice(2))
}

// Only a clone brings a Node of its own (tools/node); what is published says what to install.
function handOver() {
  const bundled = ['../node_modules/.bin/node', '../node_modules/.bin/node.exe'].map(here).find(existsSync)
  if (bundled === undefined || process.env.BASE44_CONFORMANCE_HANDED_OVER) {
    process.stderr.write(
      `base44-conformance needs Node ${needed.join('.')} or newer; this is ${process.versions.node}. ` +
        'Install a current Node (https://nodejs.org), or run `npm ci` in a clone, which brings one.\n',
    )
    process.exitCode = 2
    return
  }
  const env = { ...process.env, BASE44_CONFORMANCE_HANDED_OVER: '1' }
  const child = spawn(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => (process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 4)))
}
