import type { Generator } from '../model/generator.ts'
import { isHundred, isUnassigned, statusesWithBody } from './parts/statuses.ts'

/**
 * Any status that a function can give a `Response` with a body: 200 to 599, redirects among them and those that
 * `fetch` keeps to itself, without 204, 205 and 304. For raw requests, whose caller meets every one of them.
 */
export const functionStatus: Generator = {
  name: 'function-status',
  title: 'Any status from 200 to 599 that may have a body, redirects included',
  classes: {
    '2xx': isHundred(2),
    '3xx': isHundred(3),
    '4xx': isHundred(4),
    '5xx': isHundred(5),
    'a redirect': (value) => [301, 302, 303, 307, 308].includes(Number(value)),
    '407 or 421': (value) => value === 407 || value === 421,
    unassigned: isUnassigned,
  },
  arbitrary: statusesWithBody([
    200, 201, 202, 206, 226, 299, 300, 301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 413,
    418, 421, 422, 425, 426, 429, 431, 451, 500, 501, 502, 503, 504, 511, 599,
  ]),
}
