import { resolve } from 'node:path'
import type { BackendSettings } from '../model/backend-settings.ts'
import type { Config } from './config.ts'
import type { Project } from './project.ts'

/** What the configuration says of the backend at an address; paths in it start from its folder. */
export function backendSettings(project: Project | undefined, spec: string): BackendSettings | undefined {
  const found = listOf(project?.config.backends).find(({ url }) => sameAddress(url, spec))
  if (project === undefined || found === undefined) return undefined
  const { url: _, ca, ...settings } = found
  return { ...settings, ...(ca !== undefined && { ca: resolve(project.folder, ca) }) }
}

function listOf(backends: Config['backends'] = []): (BackendSettings & { readonly url: string })[] {
  return Array.isArray(backends) ? [...backends] : Object.entries(backends).map(([url, one]) => ({ ...one, url }))
}

/** However it is spelled: with a slash at its end, with a port that is the usual one, in capitals. */
function sameAddress(a: string, b: string): boolean {
  return normalised(a) === normalised(b)
}

function normalised(address: string): string {
  return (URL.parse(address.trim())?.href ?? address).replace(/\/+$/, '')
}
