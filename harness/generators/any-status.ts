import type { Generator } from '../model/generator.ts'
import { isHundred, isUnassigned, statusesFrom } from './parts/statuses.ts'

/**
 * Any status that a caller of `fetch` may meet with a body, from 200 to 599: no 204 205 304 (no body), no 301
 * 302 303 307 308 (redirects), no 407 421 (`fetch` keeps them to itself).
 */
export const anyStatus: Generator = {
  name: 'any-status',
  title: 'Any status from 200 to 599 that may have a body and is no redirect',
  classes: {
    '2xx': isHundred(2),
    '3xx': isHundred(3),
    '4xx': isHundred(4),
    '5xx': isHundred(5),
    unassigned: isUnassigned,
  },
  arbitrary: statusesFrom(
    200,
    599,
    [200, 201, 202, 206, 300, 400, 401, 403, 404, 409, 418, 422, 429, 500, 502, 503, 599],
  ),
}
