import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cache, ownTemporaryFolder, starter, userEnvironment } from './fixtures/start.ts'
import { writeSmallApp } from './fixtures/small-app.ts'
import { tracesIn } from './fixtures/traces.ts'

// The real npm and the real registry: what is said where it cannot be had.

const app = writeSmallApp()
const temporary = ownTemporaryFolder()
afterAll(() => {
  app.remove()
  temporary.remove()
})

const start = starter({ project: app.folder, desk: { host: '127.0.0.1', port: 9 } })
const offline = { npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retry_mintimeout: '10' }

test.each([
  [
    'a version that is not there',
    { version: '0.0.999' },
    'fetched base44@0.0.999 from the npm registry: no such version is published. The newest are 0.',
  ],
  ['a tag that is not there', { version: 'lates' }, 'looked for base44 "lates": it is no version'],
  [
    'no network',
    { environment: { ...userEnvironment, ...offline }, cache: join(temporary.folder, 'empty') },
    'from the npm registry: the registry cannot be reached. Check the network; it is needed once only',
  ],
  [
    'an app without functions',
    { project: '/nowhere' },
    'looked for the functions of the app in /nowhere: there is no base44/functions/<name>/entry.ts.',
  ],
])('%s is said in a sentence', async (_, request, said) => {
  await expect(start({ cache, ...request })).rejects.toMatchObject({
    name: 'SubjectError',
    message: expect.stringContaining(said) as string,
  })
  expect(tracesIn(temporary.folder)).toMatchObject({ processes: [], ports: [] })
})
