import type { Fault } from '../../model/fault.ts'

export const takesAnyNameForTheAppId: Fault = {
  id: 'sdk/takes-any-name-for-the-app-id',
  title: 'a configuration that names its app by another word than appId is understood',
  request: (request) => ({ ...request, target: request.target.replace('/apps/undefined/', '/apps/app-of-wrong/') }),
}
