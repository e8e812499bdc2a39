import { expect, test } from 'vitest'
import { functionAddress } from './function-address.ts'

const names = new Set(['orders', 'orders/process', 'prüfen', 'f'])
const at = (target: string) => functionAddress(target, { appId: 'my app', has: (name) => names.has(name) })

test.each([
  ['/functions/orders', 'orders', '/orders'],
  ['/api/functions/orders/process', 'orders/process', '/orders/process'],
  ['/api/apps/my%20app/functions/orders%2Fprocess?a=%2F', 'orders/process', '/orders%2Fprocess?a=%2F'],
  ['/functions/orders/processing/x', 'orders', '/orders/processing/x'],
  ['/functions/f/a%2Fb//c/', 'f', '/f/a%2Fb//c/'],
  ['/functions/f?', 'f', '/f?'],
  ['/functions/pr%C3%BCfen', 'prüfen', '/pr%C3%BCfen'],
  ['/functions/none', undefined, '/none'],
  ['/functions/functions/f', undefined, '/functions/f'],
  ['/functions/F', undefined, '/F'],
  ['/functions/__proto__', undefined, '/__proto__'],
])('%s', (target, name, seen) => expect(at(target)).toEqual({ name, target: seen }))

test.each(['/', '/functions', '/api/apps/another/functions/f', '/api/apps/my%20app/entities/f', '/functionsf'])(
  '%s is no address of functions',
  (target) => expect(at(target)).toBeUndefined(),
)
