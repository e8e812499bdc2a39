import type { Generator } from '../model/generator.ts'
import { isUnassigned, statusesFrom } from './parts/statuses.ts'

/**
 * A success that may have a body: 200 to 299 without 204 and 205, which are `bodiless-ok-status`. Breaks what
 * takes only 200 for a success.
 */
export const okStatus: Generator = {
  name: 'ok-status',
  title: 'A status from 200 to 299 that may have a body',
  classes: {
    '200': (value) => value === 200,
    '201': (value) => value === 201,
    '202': (value) => value === 202,
    '299': (value) => value === 299,
    'another that is assigned': (value) => Number(value) > 202 && !isUnassigned(value),
    unassigned: isUnassigned,
  },
  arbitrary: statusesFrom(200, 299, [200, 201, 202, 203, 206, 207, 226, 299]),
}
