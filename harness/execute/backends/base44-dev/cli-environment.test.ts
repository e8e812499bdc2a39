import { delimiter } from 'node:path'
import { expect, test } from 'vitest'
import { cliEnvironment } from './cli-environment.ts'

const parts = {
  tools: {
    version: '1.0.0',
    script: '/cli/run.js',
    deno: '/deno/deno',
    denoVersion: '2.9.5',
    denoFolder: '/cache/deno',
  },
  workspace: {
    root: '/w',
    project: '/w/project',
    home: '/w/home',
    temporary: '/w/tmp',
    transcript: '/w/terminal.log',
    remove: () => undefined,
  },
  guard: new URL('file:///a%20b/guard.js'),
  sinkPort: 4711,
  desk: { host: '127.0.0.1', port: 4499 },
  key: 'key',
  secrets: {},
}

function environmentOf(environment: NodeJS.ProcessEnv, more: Partial<Parameters<typeof cliEnvironment>[0]> = {}) {
  return cliEnvironment({ ...parts, ...more, environment })
}

test('nothing of the user’s environment goes in that is not named', () => {
  const credentials = {
    GITHUB_TOKEN: 't',
    AWS_SECRET_ACCESS_KEY: 's',
    BASE44_API_KEY: 'k',
    BASE44_APP_ID: 'a',
    NODE_OPTIONS: '--inspect',
    DENO_AUTH_TOKENS: 'd',
    NPM_CONFIG_REGISTRY: 'https://me:password@registry.example',
    HTTPS_PROXY: 'http://me:password@proxy.example',
    HOME: '/home/me',
    SSH_AUTH_SOCK: '/s',
  }
  const made = environmentOf({ ...credentials, LANG: 'C.UTF-8', TZ: 'UTC', PATH: '/usr/bin' })
  const bare = environmentOf({ LANG: 'C.UTF-8', TZ: 'UTC', PATH: '/usr/bin' })
  expect(made).toEqual(bare)
  expect(made).toMatchObject({ LANG: 'C.UTF-8', TZ: 'UTC' })
})

test('the real Deno is first on the path, and home and temporary files are its own', () => {
  const { PATH, ...made } = environmentOf({ PATH: '/usr/bin' })
  expect(PATH?.split(delimiter)).toEqual(['/deno', expect.any(String), '/usr/bin'])
  expect(made).toMatchObject({ HOME: '/w/home', TMPDIR: '/w/tmp', DENO_DIR: '/cache/deno' })
  expect(made).toMatchObject({ NODE_OPTIONS: '--import=file:///a%20b/guard.js', HTTPS_PROXY: 'http://127.0.0.1:4711' })
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:4499'],
  ['::1', 'http://[::1]:4499'],
])('functions find the desk at %s, the key and the secrets of the app', (host, url) => {
  const made = environmentOf(
    {},
    { desk: { host, port: 4499 }, secrets: { API: 'x', PATH: '/no', CONFORMANCE_KEY: 'no' } },
  )
  expect(made).toMatchObject({ CONFORMANCE_DESK_URL: url, CONFORMANCE_KEY: 'key', API: 'x' })
  expect(made['PATH']).not.toBe('/no')
})
