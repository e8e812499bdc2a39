import { expect, test } from 'vitest'
import { refusedHeader } from '../model/backend.ts'
import type { Exchange } from '../model/exchange.ts'
import { forwardedIn, routeOf } from './forwarded.ts'

test.each([
  ['/api/functions/x/y?z=1', '/api/functions/**'],
  ['/functions/anything', '/functions/**'],
  ['/api/apps/app-1/functions/orders/process', '/api/apps/{appId}/functions/*/**'],
  ['/api/apps/app-1/functions/x', '/api/apps/{appId}/functions/*'],
  ['/api/apps/app-1/agents', '/api/apps/{appId}/agents'],
  ['/login', '/login'],
  ['/', '/'],
])('%s is handed on at the route %s', (target, route) => {
  expect(routeOf(target)).toBe(route)
})

function exchange(headers: [string, string][]): Exchange {
  const request = { method: 'POST', origin: '', target: '/functions/x', headers: [], body: new Uint8Array(0) }
  const response = { status: 502, headers, body: new Uint8Array(0) }
  return { client: 'client', seat: 'caller', request, response, aborted: false }
}

test('only what the guard answered was handed on', () => {
  const target = 'POST https://base44.app/functions/x'
  expect(forwardedIn([exchange([]), exchange([[refusedHeader.toUpperCase(), target]])])).toEqual([
    { through: 'forward', target, route: '/functions/**' },
  ])
})
