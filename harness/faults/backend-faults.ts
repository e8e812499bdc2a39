import type { Fault } from '../model/fault.ts'
import { actsAsAnotherUser } from './backend/acts-as-another-user.ts'
import { addsToTheBody } from './backend/adds-to-the-body.ts'
import { answers200ForErrors } from './backend/answers-200-for-errors.ts'
import { answersForUnknown } from './backend/answers-for-unknown.ts'
import { answersTwiceTheBody } from './backend/answers-twice-the-body.ts'
import { buffersTheBody } from './backend/buffers-the-body.ts'
import { callsAnotherFunction } from './backend/calls-another-function.ts'
import { changesContentType } from './backend/changes-content-type.ts'
import { changesTheMethod } from './backend/changes-the-method.ts'
import { changesTheStatus } from './backend/changes-the-status.ts'
import { closesEarly } from './backend/closes-early.ts'
import { decodesThePathTwice } from './backend/decodes-the-path-twice.ts'
import { dropsAFile } from './backend/drops-a-file.ts'
import { dropsAHeader } from './backend/drops-a-header.ts'
import { dropsFormField } from './backend/drops-form-field.ts'
import { dropsMembersOfPrototypes } from './backend/drops-members-of-prototypes.ts'
import { dropsNullMembers } from './backend/drops-null-members.ts'
import { dropsTheAnswersHeader } from './backend/drops-the-answers-header.ts'
import { dropsTheQuery } from './backend/drops-the-query.ts'
import { dropsTheSubPath } from './backend/drops-the-sub-path.ts'
import { emptiesTheBody } from './backend/empties-the-body.ts'
import { followsRedirects } from './backend/follows-redirects.ts'
import { forgetsTheCaller } from './backend/forgets-the-caller.ts'
import { hidesSecrets } from './backend/hides-secrets.ts'
import { leaksTheServiceToken } from './backend/leaks-the-service-token.ts'
import { listIgnoresPermissions } from './backend/list-ignores-permissions.ts'
import { losesFileTypes } from './backend/loses-file-types.ts'
import { losesRepeatedHeaders } from './backend/loses-repeated-headers.ts'
import { lowerCasesNames } from './backend/lower-cases-names.ts'
import { manglesUtf8 } from './backend/mangles-utf8.ts'
import { meIsNobody } from './backend/me-is-nobody.ts'
import { meIsSomebodyElse } from './backend/me-is-somebody-else.ts'
import { neverAnswers } from './backend/never-answers.ts'
import { neverSends } from './backend/never-sends.ts'
import { renamesTheFile } from './backend/renames-the-file.ts'
import { resetsTheConnection } from './backend/resets-the-connection.ts'
import { retriesPosts } from './backend/retries-posts.ts'
import { roundsLargeNumbers } from './backend/rounds-large-numbers.ts'
import { serviceRoleIsUser } from './backend/service-role-is-user.ts'
import { stripsHighBytes } from './backend/strips-high-bytes.ts'
import { swapsAnswers } from './backend/swaps-answers.ts'
import { truncateMultipart } from './backend/truncate-multipart.ts'
import { truncatesTheBody } from './backend/truncates-the-body.ts'
import { turnsErrorsIntoHtml } from './backend/turns-errors-into-html.ts'
import { userIsAdmin } from './backend/user-is-admin.ts'
import { wrapsJson } from './backend/wraps-json.ts'

/** What can be wrong with a backend, as a proxy in front of it would make it wrong. */
export const backendFaults: readonly Fault[] = [
  actsAsAnotherUser,
  addsToTheBody,
  answers200ForErrors,
  answersForUnknown,
  answersTwiceTheBody,
  buffersTheBody,
  callsAnotherFunction,
  changesContentType,
  changesTheMethod,
  changesTheStatus,
  closesEarly,
  decodesThePathTwice,
  dropsAFile,
  dropsAHeader,
  dropsFormField,
  dropsMembersOfPrototypes,
  dropsNullMembers,
  dropsTheAnswersHeader,
  dropsTheQuery,
  dropsTheSubPath,
  emptiesTheBody,
  followsRedirects,
  forgetsTheCaller,
  hidesSecrets,
  leaksTheServiceToken,
  listIgnoresPermissions,
  losesFileTypes,
  losesRepeatedHeaders,
  lowerCasesNames,
  manglesUtf8,
  meIsNobody,
  meIsSomebodyElse,
  neverAnswers,
  neverSends,
  renamesTheFile,
  resetsTheConnection,
  retriesPosts,
  roundsLargeNumbers,
  serviceRoleIsUser,
  stripsHighBytes,
  swapsAnswers,
  truncateMultipart,
  truncatesTheBody,
  turnsErrorsIntoHtml,
  userIsAdmin,
  wrapsJson,
]
