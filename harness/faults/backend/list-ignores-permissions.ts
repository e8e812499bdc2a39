import type { Fault } from '../../model/fault.ts'
import { listsRecords } from '../kit/addresses.ts'
import { userOf, withToken } from '../kit/callers.ts'

export const listIgnoresPermissions: Fault = {
  id: 'backend/list-ignores-permissions',
  title: 'whoever lists records gets those of everybody',
  request: (request, { users, serviceToken }) =>
    listsRecords(request) && serviceToken !== undefined && userOf(request, users) !== undefined
      ? withToken(request, serviceToken)
      : request,
}
