import type { Fault } from '../model/fault.ts'
import { actsAsAnotherUser } from './backend/acts-as-another-user.ts'
import { addsNoDefaults } from './backend/adds-no-defaults.ts'
import { addsToTheBody } from './backend/adds-to-the-body.ts'
import { aggregateIgnoresGroups } from './backend/aggregate-ignores-groups.ts'
import { aggregateIgnoresTheQuery } from './backend/aggregate-ignores-the-query.ts'
import { aggregateMiscounts } from './backend/aggregate-miscounts.ts'
import { answers200ForErrors } from './backend/answers-200-for-errors.ts'
import { answersForTheFunction } from './backend/answers-for-the-function.ts'
import { answersForUnknown } from './backend/answers-for-unknown.ts'
import { answersTwiceTheBody } from './backend/answers-twice-the-body.ts'
import { believesAlteredTokens } from './backend/believes-altered-tokens.ts'
import { believesAnyToken } from './backend/believes-any-token.ts'
import { believesTheCaller } from './backend/believes-the-caller.ts'
import { believesTheRecord } from './backend/believes-the-record.ts'
import { boundsAreOpen } from './backend/bounds-are-open.ts'
import { breaksOffAnswers } from './backend/breaks-off-answers.ts'
import { buffersTheBody } from './backend/buffers-the-body.ts'
import { bulkKeepsTheFirst } from './backend/bulk-keeps-the-first.ts'
import { callsAnotherFunction } from './backend/calls-another-function.ts'
import { changesContentType } from './backend/changes-content-type.ts'
import { changesEventTypes } from './backend/changes-event-types.ts'
import { changesTheMethod } from './backend/changes-the-method.ts'
import { changesTheStatus } from './backend/changes-the-status.ts'
import { closesEarly } from './backend/closes-early.ts'
import { completesWhatBrokeOff } from './backend/completes-what-broke-off.ts'
import { countIgnoresTheQuery } from './backend/count-ignores-the-query.ts'
import { createEchoesOnly } from './backend/create-echoes-only.ts'
import { cursorRepeats } from './backend/cursor-repeats.ts'
import { decodesThePathTwice } from './backend/decodes-the-path-twice.ts'
import { deleteIgnoresPermissions } from './backend/delete-ignores-permissions.ts'
import { deleteManyIgnoresTheQuery } from './backend/delete-many-ignores-the-query.ts'
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
import { forgetsEveryThirdWrite } from './backend/forgets-every-third-write.ts'
import { forgetsDates } from './backend/forgets-dates.ts'
import { forgetsJoinsOfLaterSockets } from './backend/forgets-joins-of-later-sockets.ts'
import { forgetsTheCaller } from './backend/forgets-the-caller.ts'
import { getIgnoresPermissions } from './backend/get-ignores-permissions.ts'
import { givesNoServiceToken } from './backend/gives-no-service-token.ts'
import { hidesSecrets } from './backend/hides-secrets.ts'
import { ignoresFields } from './backend/ignores-fields.ts'
import { ignoresLimit } from './backend/ignores-limit.ts'
import { ignoresSkip } from './backend/ignores-skip.ts'
import { ignoresSort } from './backend/ignores-sort.ts'
import { ignoresTheFilter } from './backend/ignores-the-filter.ts'
import { importReadsNothing } from './backend/import-reads-nothing.ts'
import { keepsCalling } from './backend/keeps-calling.ts'
import { keepsSecretsFromFunctions } from './backend/keeps-secrets-from-functions.ts'
import { keepsTheFirstCaller } from './backend/keeps-the-first-caller.ts'
import { leaksTheServiceToken } from './backend/leaks-the-service-token.ts'
import { listIgnoresPermissions } from './backend/list-ignores-permissions.ts'
import { listIsEmpty } from './backend/list-is-empty.ts'
import { listLagsBehind } from './backend/list-lags-behind.ts'
import { losesEvents } from './backend/loses-events.ts'
import { losesFileTypes } from './backend/loses-file-types.ts'
import { losesRepeatedHeaders } from './backend/loses-repeated-headers.ts'
import { lowerCasesNames } from './backend/lower-cases-names.ts'
import { manglesUtf8 } from './backend/mangles-utf8.ts'
import { manyIgnorePermissions } from './backend/many-ignore-permissions.ts'
import { meIsNobody } from './backend/me-is-nobody.ts'
import { meIsSomebodyElse } from './backend/me-is-somebody-else.ts'
import { namesNoApp } from './backend/names-no-app.ts'
import { needsAToken } from './backend/needs-a-token.ts'
import { neverAnswers } from './backend/never-answers.ts'
import { neverDeletes } from './backend/never-deletes.ts'
import { neverSends } from './backend/never-sends.ts'
import { nobodyIsAdmin } from './backend/nobody-is-admin.ts'
import { orIsAnd } from './backend/or-is-and.ts'
import { pagesLoseTheLast } from './backend/pages-lose-the-last.ts'
import { pagesNeverEnd } from './backend/pages-never-end.ts'
import { printsNothing } from './backend/prints-nothing.ts'
import { rejoinedRoomsTellTwice } from './backend/rejoined-rooms-tell-twice.ts'
import { remembersTheCaller } from './backend/remembers-the-caller.ts'
import { renamesTheFile } from './backend/renames-the-file.ts'
import { repeatsTheFirstAnswer } from './backend/repeats-the-first-answer.ts'
import { resetsTheConnection } from './backend/resets-the-connection.ts'
import { resurrectsDeleted } from './backend/resurrects-deleted.ts'
import { retriesPosts } from './backend/retries-posts.ts'
import { roundsLargeNumbers } from './backend/rounds-large-numbers.ts'
import { saysNothingWasDeleted } from './backend/says-nothing-was-deleted.ts'
import { servesOneAtATime } from './backend/serves-one-at-a-time.ts'
import { serviceRoleIsUser } from './backend/service-role-is-user.ts'
import { signingOutIsForgotten } from './backend/signing-out-is-forgotten.ts'
import { signsInSomebodyElse } from './backend/signs-in-somebody-else.ts'
import { sortsAsText } from './backend/sorts-as-text.ts'
import { stripsHighBytes } from './backend/strips-high-bytes.ts'
import { swapsAnswers } from './backend/swaps-answers.ts'
import { takesAnyPassword } from './backend/takes-any-password.ts'
import { takesBytesForText } from './backend/takes-bytes-for-text.ts'
import { tellsEverybody } from './backend/tells-everybody.ts'
import { tellsOfOtherEntities } from './backend/tells-of-other-entities.ts'
import { tidiesThePath } from './backend/tidies-the-path.ts'
import { truncateMultipart } from './backend/truncate-multipart.ts'
import { truncatesTheBody } from './backend/truncates-the-body.ts'
import { turnsErrorsIntoHtml } from './backend/turns-errors-into-html.ts'
import { updateTouchesNeighbour } from './backend/update-touches-neighbour.ts'
import { unknownEntitiesAreEmpty } from './backend/unknown-entities-are-empty.ts'
import { updateChangesNothing } from './backend/update-changes-nothing.ts'
import { updateIgnoresPermissions } from './backend/update-ignores-permissions.ts'
import { updateManyChangesNothing } from './backend/update-many-changes-nothing.ts'
import { updateManyIgnoresTheQuery } from './backend/update-many-ignores-the-query.ts'
import { updateMeBelievesEverything } from './backend/update-me-believes-everything.ts'
import { updateMeChangesNothing } from './backend/update-me-changes-nothing.ts'
import { updateReplaces } from './backend/update-replaces.ts'
import { upsertFindsNothing } from './backend/upsert-finds-nothing.ts'
import { userIsAdmin } from './backend/user-is-admin.ts'
import { wantsAUserForEverything } from './backend/wants-a-user-for-everything.ts'
import { wrapsJson } from './backend/wraps-json.ts'

/** What can be wrong with a backend, as a proxy in front of it would make it wrong. */
export const backendFaults: readonly Fault[] = [
  actsAsAnotherUser,
  addsNoDefaults,
  addsToTheBody,
  aggregateIgnoresGroups,
  aggregateIgnoresTheQuery,
  aggregateMiscounts,
  answers200ForErrors,
  answersForTheFunction,
  answersForUnknown,
  answersTwiceTheBody,
  believesAlteredTokens,
  believesAnyToken,
  believesTheCaller,
  believesTheRecord,
  boundsAreOpen,
  breaksOffAnswers,
  buffersTheBody,
  bulkKeepsTheFirst,
  callsAnotherFunction,
  changesContentType,
  changesEventTypes,
  changesTheMethod,
  changesTheStatus,
  closesEarly,
  completesWhatBrokeOff,
  countIgnoresTheQuery,
  createEchoesOnly,
  cursorRepeats,
  decodesThePathTwice,
  deleteIgnoresPermissions,
  deleteManyIgnoresTheQuery,
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
  forgetsEveryThirdWrite,
  forgetsDates,
  forgetsJoinsOfLaterSockets,
  forgetsTheCaller,
  getIgnoresPermissions,
  givesNoServiceToken,
  hidesSecrets,
  ignoresFields,
  ignoresLimit,
  ignoresSkip,
  ignoresSort,
  ignoresTheFilter,
  importReadsNothing,
  keepsCalling,
  keepsSecretsFromFunctions,
  keepsTheFirstCaller,
  leaksTheServiceToken,
  listIgnoresPermissions,
  listIsEmpty,
  listLagsBehind,
  losesEvents,
  losesFileTypes,
  losesRepeatedHeaders,
  lowerCasesNames,
  manglesUtf8,
  manyIgnorePermissions,
  meIsNobody,
  meIsSomebodyElse,
  namesNoApp,
  needsAToken,
  neverAnswers,
  neverDeletes,
  neverSends,
  nobodyIsAdmin,
  orIsAnd,
  pagesLoseTheLast,
  pagesNeverEnd,
  printsNothing,
  rejoinedRoomsTellTwice,
  remembersTheCaller,
  renamesTheFile,
  repeatsTheFirstAnswer,
  resetsTheConnection,
  resurrectsDeleted,
  retriesPosts,
  roundsLargeNumbers,
  saysNothingWasDeleted,
  servesOneAtATime,
  serviceRoleIsUser,
  signingOutIsForgotten,
  signsInSomebodyElse,
  sortsAsText,
  stripsHighBytes,
  swapsAnswers,
  takesAnyPassword,
  takesBytesForText,
  tellsEverybody,
  tellsOfOtherEntities,
  tidiesThePath,
  truncateMultipart,
  truncatesTheBody,
  turnsErrorsIntoHtml,
  updateTouchesNeighbour,
  unknownEntitiesAreEmpty,
  updateChangesNothing,
  updateIgnoresPermissions,
  updateManyChangesNothing,
  updateManyIgnoresTheQuery,
  updateMeBelievesEverything,
  updateMeChangesNothing,
  updateReplaces,
  upsertFindsNothing,
  userIsAdmin,
  wantsAUserForEverything,
  wrapsJson,
]
