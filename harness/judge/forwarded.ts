import { refusedHeader } from '../model/backend.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Escape } from '../model/outcome.ts'
import { headerValue } from '../language/join-headers.ts'
import { segmentsOf } from '../language/target.ts'

/** Requests that a backend was about to hand to another host: its guard answered in that host's place, and says so. */
export function forwardedIn(exchanges: readonly Exchange[]): Escape[] {
  return exchanges.flatMap(({ response, request }) => {
    const target = response && headerValue(response.headers, refusedHeader)
    return target === undefined ? [] : [{ through: 'forward' as const, target, route: routeOf(request.target) }]
  })
}

/** The address without what is drawn: everything that is handed on at one route is one finding. */
export function routeOf(target: string): string {
  const segments = segmentsOf(target.split('?')[0] as string)
  const [first, second, , module, ...rest] = segments
  if (first === 'api' && second === 'apps' && module !== undefined) {
    const below = rest.length === 0 ? '' : rest.length === 1 ? '/*' : '/*/**'
    return `/api/apps/{appId}/${module}${below}`
  }
  const known = first === 'api' ? segments.slice(0, 2) : segments.slice(0, 1)
  return `/${known.join('/')}${segments.length > known.length ? '/**' : ''}`
}
