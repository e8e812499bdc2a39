import type { Generator } from '../model/generator.ts'
import { anyStatus } from './any-status.ts'
import { appId } from './app-id.ts'
import { bodilessOkStatus } from './bodiless-ok-status.ts'
import { bytes } from './bytes.ts'
import { chunkText } from './chunk-text.ts'
import { entityName } from './entity-name.ts'
import { errorBody } from './error-body.ts'
import { errorStatus } from './error-status.ts'
import { errorText } from './error-text.ts'
import { file } from './file.ts'
import { fileParameters } from './file-parameters.ts'
import { formFieldName } from './form-field-name.ts'
import { formText } from './form-text.ts'
import { functionName } from './function-name.ts'
import { functionPath } from './function-path.ts'
import { functionStatus } from './function-status.ts'
import { headerValue } from './header-value.ts'
import { httpMethod } from './http-method.ts'
import { httpMethodWithBody } from './http-method-with-body.ts'
import { itemFields } from './item-fields.ts'
import { jsonArray } from './json-array.ts'
import { jsonObject } from './json-object.ts'
import { jsonParameters } from './json-parameters.ts'
import { jsonValue } from './json-value.ts'
import { malformedAuthorization } from './malformed-authorization.ts'
import { okStatus } from './ok-status.ts'
import { orderedNumbers } from './ordered-numbers.ts'
import { plainFunctionName } from './plain-function-name.ts'
import { platformHeaders } from './platform-headers.ts'
import { query } from './query.ts'
import { replyHeaders } from './reply-headers.ts'
import { requestHeaders } from './request-headers.ts'
import { scalar } from './scalar.ts'
import { subPath } from './sub-path.ts'
import { tellableErrorBody } from './tellable-error-body.ts'
import { text } from './text.ts'
import { textBlock } from './text-block.ts'
import { token } from './token.ts'
import { wellFormedText } from './well-formed-text.ts'

const all: readonly Generator[] = [
  anyStatus,
  appId,
  bodilessOkStatus,
  bytes,
  chunkText,
  entityName,
  errorBody,
  errorStatus,
  errorText,
  file,
  fileParameters,
  formFieldName,
  formText,
  functionName,
  functionPath,
  functionStatus,
  headerValue,
  httpMethod,
  httpMethodWithBody,
  itemFields,
  jsonArray,
  jsonObject,
  jsonParameters,
  jsonValue,
  malformedAuthorization,
  okStatus,
  orderedNumbers,
  plainFunctionName,
  platformHeaders,
  query,
  replyHeaders,
  requestHeaders,
  scalar,
  subPath,
  tellableErrorBody,
  text,
  textBlock,
  token,
  wellFormedText,
]

/** Every named source of values that a contract's `forAll` may name. */
export const generators: Readonly<Record<string, Generator>> = Object.fromEntries(all.map((one) => [one.name, one]))
