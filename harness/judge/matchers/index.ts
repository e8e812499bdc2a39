import { matchBytesForm, matchDate, matchFile, matchSpecial } from './values.ts'
import { matchError } from './error.ts'
import { matchHas } from './has.ts'
import { matchIncludes, matchUnordered } from './lists.ts'
import { matchIs } from './is.ts'
import { matchJson } from './json.ts'
import { matchKeep } from './keep.ts'
import { matchNot, matchOneOf } from './choice.ts'
import { matchRegExp } from './matches.ts'
import { matchResponse } from './response.ts'
import type { Matcher } from './matcher.ts'

/** Every form an expectation may hold. */
export const matchers: Readonly<Record<string, Matcher>> = {
  is: matchIs,
  has: matchHas,
  error: matchError,
  response: matchResponse,
  includes: matchIncludes,
  matches: matchRegExp,
  'one-of': matchOneOf,
  not: matchNot,
  unordered: matchUnordered,
  json: matchJson,
  keep: matchKeep,
  file: matchFile('file'),
  blob: matchFile('blob'),
  bytes: matchBytesForm,
  date: matchDate,
  value: matchSpecial,
}
