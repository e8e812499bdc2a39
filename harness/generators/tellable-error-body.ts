import type { Generator } from '../model/generator.ts'
import { someKey } from './parts/json-classes.ts'
import { errorBody } from './error-body.ts'

/**
 * As `error-body`, without objects that have a member `toString`: JavaScript can make no text of them, so a client that
 * takes one for a message throws something else. That is a row of its own.
 */
export const tellableErrorBody: Generator = {
  ...errorBody,
  name: 'tellable-error-body',
  title: 'What a failing function may answer as JSON, as far as text can be made of it',
  arbitrary: errorBody.arbitrary.filter((value) => !someKey(value, (key) => key === 'toString')),
}
