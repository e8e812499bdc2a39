import type { Deviation } from '../../model/deviation.ts'

/** Of what it is known: `@base44/sdk >=0.8.4`, `base44-dev@>=0.1.18`. */
export function knownOf({ sdk, backend }: Deviation): string {
  return backend ?? `@base44/sdk ${sdk}`
}

/** Whether `repro` has a script for it: it makes one of the SDK, and hands on what somebody wrote of a backend. */
export function hasRepro({ backend, script }: Deviation): boolean {
  return backend === undefined || script !== undefined
}
