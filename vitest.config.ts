import { defineConfig, type ViteUserConfig } from 'vitest/config'

const { BASE44_CONFORMANCE_RESULTS: results, npm_lifecycle_event: script = 'vitest' } = process.env

const config: ViteUserConfig = defineConfig({
  test: {
    // CI adds up what every run of it found.
    reporters: results === undefined ? ['default'] : ['default', 'json'],
    ...(results !== undefined && { outputFile: { json: `${results}/${script}.json` } }),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['harness/**/*.test.ts', 'reports/**/*.test.ts'],
          exclude: ['harness/cli/**'],
          testTimeout: 60_000,
        },
      },
      // What is written as data, and the repository itself.
      { test: { name: 'suites', include: ['suites/**/*.test.ts', 'tools/**/*.test.ts'], testTimeout: 120_000 } },
      // The command, as a process.
      { test: { name: 'cli', include: ['harness/cli/**/*.test.ts'], testTimeout: 60_000 } },
      // What is published, installed by npm in an empty folder.
      {
        test: {
          name: 'packed',
          include: ['packed/**/*.test.ts'],
          globalSetup: ['packed/set-up.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})

export default config
