import type { Suite } from '../model/suite.ts'
import type { RunRequest } from './run-request.ts'

/** The backend that is meant where none is named. */
export const usualBackend = 'emulator'

/** A suite of backends that is asked for by its name judges the usual one, unless something else is to be judged. */
export function withUsualBackend(request: RunRequest, suites: readonly Suite[]): RunRequest {
  const { suite, sdk, backend } = request
  const isOfBackends = suites.some(({ name, seat }) => name === suite && seat === 'backend')
  return isOfBackends && sdk === undefined && backend === undefined ? { ...request, backend: [usualBackend] } : request
}
