import type { IncomingMessage } from 'node:http'
import { thirdParty } from '../../model/fixture-app.ts'
import { recordRequest } from '../stage/record-request.ts'
import type { HandedRequest } from './desk.ts'

const root = `/${thirdParty}/1`

/** Whether somebody takes the desk for a third party, which knows no desk and signs nothing. */
export function isForThirdParty({ url = '' }: IncomingMessage): boolean {
  return url.startsWith(`${root}/`)
}

/** What a function asks of a third party, as it is; undefined if the function hangs up before its end. */
export async function askedOfThirdParty(
  incoming: IncomingMessage,
  revision: number,
): Promise<HandedRequest | undefined> {
  const request = await recordRequest(incoming, '')
  return request && { function: thirdParty, request, revision, aborted: false }
}
