import type { Generator } from '../model/generator.ts'
import { isHundred, isUnassigned, statusesFrom } from './parts/statuses.ts'

/**
 * A status that is not a success, from 300 to 599, and that comes with a body. Left out, as rows of their own:
 * 304, which has no body; 301 302 303 307 308, which a Location would redirect; 407 and 421, which `fetch` keeps
 * to itself. Breaks what knows some statuses by heart, or takes only 4xx or only 5xx for errors.
 */
export const errorStatus: Generator = {
  name: 'error-status',
  title: 'A status from 300 to 599 that is no success, no redirect and may have a body',
  classes: {
    '3xx': isHundred(3),
    '4xx': isHundred(4),
    '5xx': isHundred(5),
    unassigned: isUnassigned,
    '401': (value) => value === 401,
    '404': (value) => value === 404,
    '429': (value) => value === 429,
    '500': (value) => value === 500,
    '599': (value) => value === 599,
  },
  arbitrary: statusesFrom(
    300,
    599,
    [500, 400, 401, 403, 404, 300, 305, 402, 409, 410, 418, 422, 429, 451, 499, 502, 503, 504, 599],
  ),
}
