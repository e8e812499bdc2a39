import type { BackendSettings } from '../../../model/backend-settings.ts'
import { SubjectError } from '../../subjects/subject-error.ts'
import { descriptionPath } from '../addresses.ts'
import type { Address } from './read-address.ts'

/** Settings with what nothing can be judged without. */
export type SettledSettings = BackendSettings & { readonly appId: string; readonly key: string }

/** One of several sources, the first that says something winning, key by key; throws where something is missing. */
export function settleSettings(sources: readonly BackendSettings[], address: Address): SettledSettings {
  const settled: Record<string, unknown> = {}
  for (const source of sources.toReversed()) {
    for (const [key, value] of Object.entries(source)) if (value !== undefined) settled[key] = value
  }
  const settings: BackendSettings = settled
  const { appId, key } = settings
  if (appId === undefined) throw missing('app id', { address, variable: 'CONFORMANCE_APP_ID', key: 'appId' })
  if (key === undefined) throw missing('key', { address, variable: 'CONFORMANCE_KEY', key: 'key' })
  return { ...settings, appId, key }
}

function missing(
  what: string,
  { address, variable, key }: { address: Address; variable: string; key: string },
): SubjectError {
  const described = key === 'key' && !address.isLoopback ? '' : `, or let it say so itself at ${descriptionPath}`
  return new SubjectError(
    `prepared to judge ${address.url}: its ${what} is known from nowhere. Set ${variable}, or \`${key}\` under \`backends\` in the configuration${described}.`,
  )
}
