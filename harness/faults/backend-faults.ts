import type { Fault } from '../model/fault.ts'
import { actsAsAnotherUser } from './backend/acts-as-another-user.ts'
import { addsToTheBody } from './backend/adds-to-the-body.ts'
import { answers200ForErrors } from './backend/answers-200-for-errors.ts'
import { answersForTheFunction } from './backend/answers-for-the-function.ts'
import { answersForUnknown } from './backend/answers-for-unknown.ts'
import { answersTwiceTheBody } from './backend/answers-twice-the-body.ts'
import { believesAnyToken } from './backend/believes-any-token.ts'
import { believesTheCaller } from './backend/believes-the-caller.ts'
import { breaksOffAnswers } from './backend/breaks-off-answers.ts'
import { buffersTheBody } from './backend/buffers-the-body.ts'
import { callsAnotherFunction } from './backend/calls-another-function.ts'
import { changesContentType } from './backend/changes-content-type.ts'
import { changesEventTypes } from './backend/changes-event-types.ts'
import { changesTheMethod } from './backend/changes-the-method.ts'
import { changesTheStatus } from './backend/changes-the-status.ts'
import { closesEarly } from './backend/closes-early.ts'
import { completesWhatBrokeOff } from './backend/completes-what-broke-off.ts'
import { decodesThePathTwice } from './backend/decodes-the-path-twice.ts'
import { dropsAFile } from './backend/drops-a-file.ts'
import { dropsAHeader } from './backend/drops-a-header.ts'
import { dropsFormField } from './backend/drops-form-field.ts'
import { dropsMembersOfPrototypes } from './backend/drops-members-of-prototypes.ts'
import { dropsNullMembers } from './backend/drops-null-members.ts'
import { dropsTheAnswersHeader } from './backend/drops-the-answers-header.ts'
import { dropsTheQuery } from './backend/drops-the-query.ts'
import { dropsTheSubPath } from './backend/drops-the-sub-path.ts'
import { emptiesEventData } from './backend/empties-event-data.ts'
import { emptiesTheBody } from './backend/empties-the-body.ts'
import { eventsOfAnotherRecord } from './backend/events-of-another-record.ts'
import { eventsSwapped } from './backend/events-swapped.ts'
import { eventsTellNoTime } from './backend/events-tell-no-time.ts'
import { eventsTwice } from './backend/events-twice.ts'
import { followsRedirects } from './backend/follows-redirects.ts'
import { forgetsJoinsOfLaterSockets } from './backend/forgets-joins-of-later-sockets.ts'
import { forgetsTheCaller } from './backend/forgets-the-caller.ts'
import { givesNoServiceToken } from './backend/gives-no-service-token.ts'
import { hidesSecrets } from './backend/hides-secrets.ts'
import { keepsCalling } from './backend/keeps-calling.ts'
import { leaksTheServiceToken } from './backend/leaks-the-service-token.ts'
import { listIgnoresPermissions } from './backend/list-ignores-permissions.ts'
import { listIsEmpty } from './backend/list-is-empty.ts'
import { losesEvents } from './backend/loses-events.ts'
import { losesFileTypes } from './backend/loses-file-types.ts'
import { losesRepeatedHeaders } from './backend/loses-repeated-headers.ts'
import { lowerCasesNames } from './backend/lower-cases-names.ts'
import { manglesUtf8 } from './backend/mangles-utf8.ts'
import { meIsNobody } from './backend/me-is-nobody.ts'
import { meIsSomebodyElse } from './backend/me-is-somebody-else.ts'
import { namesNoApp } from './backend/names-no-app.ts'
import { needsAToken } from './backend/needs-a-token.ts'
import { neverAnswers } from './backend/never-answers.ts'
import { neverDeletes } from './backend/never-deletes.ts'
import { neverSends } from './backend/never-sends.ts'
import { remembersTheCaller } from './backend/remembers-the-caller.ts'
import { renamesTheFile } from './backend/renames-the-file.ts'
import { repeatsTheFirstAnswer } from './backend/repeats-the-first-answer.ts'
import { resetsTheConnection } from './backend/resets-the-connection.ts'
import { retriesPosts } from './backend/retries-posts.ts'
import { roundsLargeNumbers } from './backend/rounds-large-numbers.ts'
import { servesOneAtATime } from './backend/serves-one-at-a-time.ts'
import { serviceRoleIsUser } from './backend/service-role-is-user.ts'
import { stripsHighBytes } from './backend/strips-high-bytes.ts'
import { swapsAnswers } from './backend/swaps-answers.ts'
import { takesBytesForText } from './backend/takes-bytes-for-text.ts'
import { tellsEverybody } from './backend/tells-everybody.ts'
import { tellsOfOtherEntities } from './backend/tells-of-other-entities.ts'
import { tidiesThePath } from './backend/tidies-the-path.ts'
import { truncateMultipart } from './backend/truncate-multipart.ts'
import { truncatesTheBody } from './backend/truncates-the-body.ts'
import { turnsErrorsIntoHtml } from './backend/turns-errors-into-html.ts'
import { userIsAdmin } from './backend/user-is-admin.ts'
import { wantsAUserForEverything } from './backend/wants-a-user-for-everything.ts'
import { wrapsJson } from './backend/wraps-json.ts'

/** What can be wrong with a backend, as a proxy in front of it would make it wrong. */
export const backendFaults: readonly Fault[] = [
  actsAsAnotherUser,
  addsToTheBody,
  answers200ForErrors,
  answersForTheFunction,
  answersForUnknown,
  answersTwiceTheBody,
  believesAnyToken,
  believesTheCaller,
  breaksOffAnswers,
  buffersTheBody,
  callsAnotherFunction,
  changesContentType,
  changesEventTypes,
  changesTheMethod,
  changesTheStatus,
  closesEarly,
  completesWhatBrokeOff,
  decodesThePathTwice,
  dropsAFile,
  dropsAHeader,
  dropsFormField,
  dropsMembersOfPrototypes,
  dropsNullMembers,
  dropsTheAnswersHeader,
  dropsTheQuery,
  dropsTheSubPath,
  emptiesEventData,
  emptiesTheBody,
  eventsOfAnotherRecord,
  eventsSwapped,
  eventsTellNoTime,
  eventsTwice,
  followsRedirects,
  forgetsJoinsOfLaterSockets,
  forgetsTheCaller,
  givesNoServiceToken,
  hidesSecrets,
  keepsCalling,
  leaksTheServiceToken,
  listIgnoresPermissions,
  listIsEmpty,
  losesEvents,
  losesFileTypes,
  losesRepeatedHeaders,
  lowerCasesNames,
  manglesUtf8,
  meIsNobody,
  meIsSomebodyElse,
  namesNoApp,
  needsAToken,
  neverAnswers,
  neverDeletes,
  neverSends,
  remembersTheCaller,
  renamesTheFile,
  repeatsTheFirstAnswer,
  resetsTheConnection,
  retriesPosts,
  roundsLargeNumbers,
  servesOneAtATime,
  serviceRoleIsUser,
  stripsHighBytes,
  swapsAnswers,
  takesBytesForText,
  tellsEverybody,
  tellsOfOtherEntities,
  tidiesThePath,
  truncateMultipart,
  truncatesTheBody,
  turnsErrorsIntoHtml,
  userIsAdmin,
  wantsAUserForEverything,
  wrapsJson,
]
