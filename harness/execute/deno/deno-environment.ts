import { existsSync } from 'node:fs'
import { harmlessEnvironment } from '../harmless-environment.ts'
import type { DenoTool } from './deno-tool.ts'

/**
 * The environment of functions on this machine, but for the app's secrets. Nothing else of the user's goes in: hosted
 * functions see the secrets of their app and no more.
 */
export function denoEnvironment(
  environment: NodeJS.ProcessEnv,
  { denoFolder }: Pick<DenoTool, 'denoFolder'>,
): Record<string, string> {
  const all = {
    ...harmlessEnvironment(environment),
    ...placesIn(environment),
    ...denoTrust(environment),
    ...denoSettings,
  }
  const given = Object.entries({ ...all, DENO_DIR: denoFolder }).filter((one): one is [string, string] => !!one[1])
  return Object.fromEntries(given)
}

/** Where things are on this machine, and how the network is reached. */
function placesIn(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const named = Object.entries(environment).filter(([name]) => places.test(name))
  return Object.fromEntries(named)
}

const places = /^(PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|(HTTPS?|NO|ALL)_PROXY)$/i

/** A `package.json` somewhere above a temporary folder is no business of a function. */
export const denoSettings = { DENO_NO_PACKAGE_JSON: '1', DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' } as const

/** Authorities that this machine trusts, as npm here trusts them: left alone, Deno knows Mozilla's only. */
export function denoTrust({ NODE_EXTRA_CA_CERTS: extra, DENO_CERT: own }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const file = own ?? (extra !== undefined && existsSync(extra) ? extra : undefined)
  return { DENO_TLS_CA_STORE: 'mozilla,system', ...(file !== undefined && { DENO_CERT: file }) }
}
