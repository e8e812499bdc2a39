import type { IncomingMessage, ServerResponse } from 'node:http'
import { stateHeader } from '../from-a-function.ts'
import type { Emulated } from '../emulated.ts'
import { writeJson } from '../write-json.ts'
import type { Deno } from './deno-process.ts'
import { notLoadedWords, passedOnWords } from './words.ts'
import { functionAddress, type FunctionAddress } from './function-address.ts'
import { passOn } from './pass-on.ts'
import { openProcesses, type Lease } from './processes.ts'

/** A function of a project. */
export interface AppFunction {
  readonly name: string
  /** Path of its module. */
  readonly entry: string
}

export interface Functions {
  readonly addressOf: (target: string) => FunctionAddress | undefined
  readonly call: (call: FunctionCall) => Promise<void>
  /** Starts what would start with its first call, one after the other. */
  readonly warm: () => Promise<void>
  /** Which there are now; those whose files have changed start anew with the next call. */
  readonly update: (functions: readonly AppFunction[], hasChanged: (name: string) => boolean) => void
  readonly close: () => Promise<void>
}

export interface FunctionCall {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly address: FunctionAddress
  /** Of the emulator, as the caller reached it. */
  readonly url: string
  /** Headers of an answer that says nothing of them itself. */
  readonly added: Readonly<Record<string, string>>
}

export interface FunctionsOptions {
  readonly app: Pick<Emulated, 'appId' | 'tokens' | 'say'>
  readonly functions: readonly AppFunction[]
  readonly deno: () => Promise<Deno>
  readonly secrets: () => Readonly<Record<string, string>>
  readonly limit?: number | undefined
  readonly timeoutMs?: number | undefined
}

/** A project has no more functions, say the documents: all of them stay warm. One takes about 45 MB. */
const defaultLimit = 50
const defaultTimeoutMs = 5 * 60 * 1000

export function openFunctions(options: FunctionsOptions): Functions {
  const { app, deno, secrets, limit = defaultLimit, timeoutMs = defaultTimeoutMs } = options
  const processes = openProcesses({ deno, secrets, limit, say: app.say })
  let entries = entriesOf(options.functions)

  async function call({ incoming, outgoing, address: { name, target }, url, added }: FunctionCall): Promise<void> {
    const entry = name === undefined ? undefined : entries.get(name)
    const answer = (status: number, message: string): void => writeJson(outgoing, { status, added, json: { error: message, message } }) // prettier-ignore
    if (name === undefined || entry === undefined)
      return answer(404, `There is no function at ${target.split('?')[0]}.`)
    const lease = await processes.lease(name, entry)
    if ('kind' in lease) return answer(500, notLoadedWords(name, lease))
    try {
      const injected = await platformHeaders(app, url)
      const how = await passOn({ incoming, outgoing, to: lease, target, injected, added, timeoutMs })
      if (how === 'timed-out') retireLate(name, lease)
      const words = passedOnWords(how, { name, timeoutMs })
      if (words !== undefined && !outgoing.headersSent) answer(words.status, words.message)
    } finally {
      lease.release()
    }
  }

  function retireLate(name: string, lease: Lease): void {
    app.say({ from: `functions/${name}`, level: 'warn', text: `gave no answer within ${timeoutMs / 1000} s` })
    lease.retire()
  }

  return {
    addressOf: (target) => functionAddress(target, { appId: app.appId, has: (name) => entries.has(name) }),
    call,
    async warm() {
      for (const [name, entry] of entries) {
        const lease = await processes.lease(name, entry)
        if (!('kind' in lease)) lease.release()
      }
    },
    update(functions, hasChanged) {
      const before = entries
      entries = entriesOf(functions)
      processes.retire((name) => hasChanged(name) || entries.get(name) !== before.get(name))
    },
    close: processes.close,
  }
}

function entriesOf(functions: readonly AppFunction[]): ReadonlyMap<string, string> {
  return new Map(functions.map(({ name, entry }) => [name, entry]))
}

async function platformHeaders(
  { appId, tokens, functionState }: Pick<Emulated, 'appId' | 'tokens' | 'functionState'>,
  url: string,
): Promise<Record<string, string>> {
  return {
    'Base44-App-Id': appId,
    'Base44-Service-Authorization': `Bearer ${await tokens.ofService()}`,
    'Base44-Api-Url': url,
    [stateHeader]: functionState ?? '',
  }
}
