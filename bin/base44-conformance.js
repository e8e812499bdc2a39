#!/usr/bin/env node
// Plain JavaScript that old Nodes can read: it finds a Node that is new enough, then hands over.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const source = here('../harness/cli/main.ts')
const isClone = existsSync(source)
// A clone runs its sources, by type stripping (22.18); what is published is built, and msw and commander want 22.12.
const needed = isClone ? [22, 18] : [22, 12]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > needed[0] || (major === needed[0] && minor >= needed[1])) await start()
else handOver()

async function start() {
  module.enableCompileCache?.()
  const { main } = await import(pathToFileURL(isClone ? source : here('../dist/harness/cli/main.js')).href)
  process.exitCode = await main(process.argv.slice(2))
}

// Only a clone brings a Node of its own (tools/node); what is published says what to install.
function handOver() {
  const bundled = ['../node_modules/.bin/node', '../node_modules/.bin/node.exe'].map(here).find(existsSync)
  if (bundled === undefined || process.env.BASE44_CONFORMANCE_HANDED_OVER) {
    const cure = isClone ? 'Run `npm ci` here, which brings one.' : 'Install a current one from https://nodejs.org.'
    process.stderr.write(
      `base44-conformance needs Node ${needed.join('.')} or newer; this is ${process.versions.node}. ${cure}\n`,
    )
    process.exitCode = 2
    return
  }
  const env = { ...process.env, BASE44_CONFORMANCE_HANDED_OVER: '1' }
  const child = spawn(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => (process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 4)))
}
