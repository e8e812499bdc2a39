import type { Fault } from '../model/fault.ts'
import { backendFaults } from './backend-faults.ts'
import { abortsWithoutHangingUp } from './sdk/aborts-without-hanging-up.ts'
import { addsAParameter } from './sdk/adds-a-parameter.ts'
import { alwaysMultipart } from './sdk/always-multipart.ts'
import { anotherAddress } from './sdk/another-address.ts'
import { anotherHost } from './sdk/another-host.ts'
import { buffersTheBody } from './sdk/buffers-the-body.ts'
import { callsAHandlerOutsideOptions } from './sdk/calls-a-handler-outside-options.ts'
import { callsAnotherApp } from './sdk/calls-another-app.ts'
import { callsAnotherFunction } from './sdk/calls-another-function.ts'
import { callsTheFirstSegment } from './sdk/calls-the-first-segment.ts'
import { changesTheBody } from './sdk/changes-the-body.ts'
import { changesTheData } from './sdk/changes-the-data.ts'
import { dataStaysText } from './sdk/data-stays-text.ts'
import { dropsAFile } from './sdk/drops-a-file.ts'
import { dropsAParameter } from './sdk/drops-a-parameter.ts'
import { dropsCallerHeaders } from './sdk/drops-caller-headers.ts'
import { dropsFormField } from './sdk/drops-form-field.ts'
import { dropsTheQuery } from './sdk/drops-the-query.ts'
import { dropsTheSubPath } from './sdk/drops-the-sub-path.ts'
import { errorHasNoData } from './sdk/error-has-no-data.ts'
import { errorHasNoStatus } from './sdk/error-has-no-status.ts'
import { exportsNoCreateClient } from './sdk/exports-no-create-client.ts'
import { fallsBackToTheServiceToken } from './sdk/falls-back-to-the-service-token.ts'
import { fetchChangesTheBody } from './sdk/fetch-changes-the-body.ts'
import { fetchLosesHeaders } from './sdk/fetch-loses-headers.ts'
import { fetchRejectsOnErrorStatus } from './sdk/fetch-rejects-on-error-status.ts'
import { fetchReturnsTheText } from './sdk/fetch-returns-the-text.ts'
import { fetchStatusIs200 } from './sdk/fetch-status-is-200.ts'
import { followsRedirectsAlways } from './sdk/follows-redirects-always.ts'
import { forgetsOnWhoseBehalf } from './sdk/forgets-on-whose-behalf.ts'
import { forgetsTheRequest } from './sdk/forgets-the-request.ts'
import { hidesTheErrorBody } from './sdk/hides-the-error-body.ts'
import { hidesTheErrorStatus } from './sdk/hides-the-error-status.ts'
import { ignoresTheMethod } from './sdk/ignores-the-method.ts'
import { ignoresTheSignal } from './sdk/ignores-the-signal.ts'
import { inventsAResponse } from './sdk/invents-a-response.ts'
import { jsonAsText } from './sdk/json-as-text.ts'
import { jsonDespiteAFile } from './sdk/json-despite-a-file.ts'
import { keepsSocketsOpen } from './sdk/keeps-sockets-open.ts'
import { keepsTheOldToken } from './sdk/keeps-the-old-token.ts'
import { lacksMembers } from './sdk/lacks-members.ts'
import { leaksTheOtherToken } from './sdk/leaks-the-other-token.ts'
import { loginKeepsTheOldToken } from './sdk/login-keeps-the-old-token.ts'
import { loginSetsNoToken } from './sdk/login-sets-no-token.ts'
import { losesFileTypes } from './sdk/loses-file-types.ts'
import { losesReplyHeaders } from './sdk/loses-reply-headers.ts'
import { losesTheFirstRecord } from './sdk/loses-the-first-record.ts'
import { losesTheLastChunk } from './sdk/loses-the-last-chunk.ts'
import { losesTheStatus } from './sdk/loses-the-status.ts'
import { lowersCase } from './sdk/lowers-case.ts'
import { mixesUpClients } from './sdk/mixes-up-clients.ts'
import { mixesUpSubscriptions } from './sdk/mixes-up-subscriptions.ts'
import { mixesUpTokens } from './sdk/mixes-up-tokens.ts'
import { needsAToken } from './sdk/needs-a-token.ts'
import { needsOptions } from './sdk/needs-options.ts'
import { neverSends } from './sdk/never-sends.ts'
import { onErrorHearsAnotherError } from './sdk/on-error-hears-another-error.ts'
import { onErrorHearsOfResponses } from './sdk/on-error-hears-of-responses.ts'
import { onErrorHearsText } from './sdk/on-error-hears-text.ts'
import { onErrorNever } from './sdk/on-error-never.ts'
import { onErrorOfEveryClient } from './sdk/on-error-of-every-client.ts'
import { onErrorOfTheLastClient } from './sdk/on-error-of-the-last-client.ts'
import { onErrorOnSuccess } from './sdk/on-error-on-success.ts'
import { onErrorSwallows } from './sdk/on-error-swallows.ts'
import { onErrorTwice } from './sdk/on-error-twice.ts'
import { opensNoSocketAgain } from './sdk/opens-no-socket-again.ts'
import { passesEverythingOn } from './sdk/passes-everything-on.ts'
import { rejectsOnSuccess } from './sdk/rejects-on-success.ts'
import { rejectsWithNoError } from './sdk/rejects-with-no-error.ts'
import { renamesFiles } from './sdk/renames-files.ts'
import { resolvesOnError } from './sdk/resolves-on-error.ts'
import { resolvesOnNetworkFailure } from './sdk/resolves-on-network-failure.ts'
import { resolvesToNothing } from './sdk/resolves-to-nothing.ts'
import { resolvesToTheBody } from './sdk/resolves-to-the-body.ts'
import { resolvesWhenItFails } from './sdk/resolves-when-it-fails.ts'
import { returnsNoPromise } from './sdk/returns-no-promise.ts'
import { returnsSomething } from './sdk/returns-something.ts'
import { sendsGet } from './sdk/sends-get.ts'
import { sendsNoBody } from './sdk/sends-no-body.ts'
import { sendsNoToken } from './sdk/sends-no-token.ts'
import { sendsTwice } from './sdk/sends-twice.ts'
import { socketKeepsTheOldToken } from './sdk/socket-keeps-the-old-token.ts'
import { spreadsTheBody } from './sdk/spreads-the-body.ts'
import { stringifiesTwice } from './sdk/stringifies-twice.ts'
import { swapsAnswers } from './sdk/swaps-answers.ts'
import { swapsTheRoles } from './sdk/swaps-the-roles.ts'
import { swapsTheTokensOfClients } from './sdk/swaps-the-tokens-of-clients.ts'
import { takesAnyNameForTheAppId } from './sdk/takes-any-name-for-the-app-id.ts'
import { tellsSubscribersNothing } from './sdk/tells-subscribers-nothing.ts'
import { tellsSubscribersTheTypeAlone } from './sdk/tells-subscribers-the-type-alone.ts'
import { tellsSubscribersTwice } from './sdk/tells-subscribers-twice.ts'
import { throwsInsteadOfReturning } from './sdk/throws-instead-of-returning.ts'
import { throwsNothing } from './sdk/throws-nothing.ts'
import { truncatesFiles } from './sdk/truncates-files.ts'
import { unsubscribeIgnored } from './sdk/unsubscribe-ignored.ts'
import { wrapsWhatCame } from './sdk/wraps-what-came.ts'

const all: readonly Fault[] = [
  abortsWithoutHangingUp,
  addsAParameter,
  alwaysMultipart,
  anotherAddress,
  anotherHost,
  buffersTheBody,
  callsAHandlerOutsideOptions,
  callsAnotherApp,
  callsAnotherFunction,
  callsTheFirstSegment,
  changesTheBody,
  changesTheData,
  dataStaysText,
  dropsAFile,
  dropsAParameter,
  dropsCallerHeaders,
  dropsFormField,
  dropsTheQuery,
  dropsTheSubPath,
  errorHasNoData,
  errorHasNoStatus,
  exportsNoCreateClient,
  fallsBackToTheServiceToken,
  fetchChangesTheBody,
  fetchLosesHeaders,
  fetchRejectsOnErrorStatus,
  fetchReturnsTheText,
  fetchStatusIs200,
  followsRedirectsAlways,
  forgetsOnWhoseBehalf,
  forgetsTheRequest,
  hidesTheErrorBody,
  hidesTheErrorStatus,
  ignoresTheMethod,
  ignoresTheSignal,
  inventsAResponse,
  jsonAsText,
  jsonDespiteAFile,
  keepsSocketsOpen,
  keepsTheOldToken,
  lacksMembers,
  leaksTheOtherToken,
  loginKeepsTheOldToken,
  loginSetsNoToken,
  losesFileTypes,
  losesReplyHeaders,
  losesTheFirstRecord,
  losesTheLastChunk,
  losesTheStatus,
  lowersCase,
  mixesUpClients,
  mixesUpSubscriptions,
  mixesUpTokens,
  needsAToken,
  needsOptions,
  neverSends,
  onErrorHearsAnotherError,
  onErrorHearsOfResponses,
  onErrorHearsText,
  onErrorNever,
  onErrorOfEveryClient,
  onErrorOfTheLastClient,
  onErrorOnSuccess,
  onErrorSwallows,
  onErrorTwice,
  opensNoSocketAgain,
  passesEverythingOn,
  rejectsOnSuccess,
  rejectsWithNoError,
  renamesFiles,
  resolvesOnError,
  resolvesOnNetworkFailure,
  resolvesToNothing,
  resolvesToTheBody,
  resolvesWhenItFails,
  returnsNoPromise,
  returnsSomething,
  sendsGet,
  sendsNoBody,
  sendsNoToken,
  sendsTwice,
  socketKeepsTheOldToken,
  spreadsTheBody,
  stringifiesTwice,
  swapsAnswers,
  swapsTheRoles,
  swapsTheTokensOfClients,
  takesAnyNameForTheAppId,
  tellsSubscribersNothing,
  tellsSubscribersTheTypeAlone,
  tellsSubscribersTwice,
  throwsInsteadOfReturning,
  throwsNothing,
  truncatesFiles,
  unsubscribeIgnored,
  wrapsWhatCame,
  ...backendFaults,
]

/** Every planted defect, by id. */
export const faults: Readonly<Record<string, Fault>> = Object.fromEntries(all.map((fault) => [fault.id, fault]))
