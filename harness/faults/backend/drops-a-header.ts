import type { Fault } from '../../model/fault.ts'

export const dropsAHeader: Fault = {
  id: 'backend/drops-a-header',
  title: 'headers that the caller set itself do not reach the function',
  request: (request) => ({ ...request, headers: request.headers.filter(([name]) => ofTheProtocol.test(name)) }),
}

const ofTheProtocol =
  /^(host|connection|content-.*|transfer-encoding|accept|authorization|user-agent|x-app-id|base44-.*)$/i
