import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultDesk } from '../../harness/model/backend.ts'
import { fixtureSecrets } from '../../harness/load/fixture-secrets.ts'
import { startTinyBackend } from './start-tiny-backend.ts'

// node suites/tiny-backend/main.ts <project folder> [port]: serves the functions of a Base44 project until it is ended.

const [project = '.', port = '0'] = process.argv.slice(2)
const { CONFORMANCE_DESK_URL: desk = `http://${defaultDesk.host}:${defaultDesk.port}`, CONFORMANCE_KEY: key = '' } =
  process.env
const functions = resolve(project, 'base44', 'functions')
const secrets = fixtureSecrets(fileURLToPath(new URL('../app', import.meta.url)))
const { url } = await startTinyBackend({ functions, deskUrl: desk, key, port: Number(port), secrets })
process.stdout.write(`${url}\n`)
