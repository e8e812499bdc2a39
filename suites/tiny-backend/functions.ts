import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathToFileURL } from 'node:url'
import { queryTextOf } from '../../harness/language/target.ts'
import { callFunction } from './call-function.ts'
import { handlerOf, type Handler } from './deno.ts'
import { findFunctions } from './find-functions.ts'
import { functionAddress } from './function-address.ts'
import { replyJson } from './reply-json.ts'

/** Answers a request to a function; `path` begins behind the address at which functions are called. */
export type FunctionCaller = (call: {
  incoming: IncomingMessage
  outgoing: ServerResponse
  path: string
  injected: Readonly<Record<string, string>>
}) => Promise<void>

/** The functions of a folder, each loaded with its first call. */
export function openFunctions(folder: string): FunctionCaller {
  const modules = findFunctions(folder)
  const handlers = new Map<string, Promise<Handler | undefined>>()
  let loading: Promise<unknown> = Promise.resolve()
  const load = (name: string): Promise<Handler | undefined> => {
    const module = pathToFileURL(modules.get(name) ?? '').href
    // In turn: whoever calls `Deno.serve` meanwhile is the one that is loaded.
    const handler = loading.then(() => handlerOf(() => import(module)))
    loading = handler.catch(() => {})
    return handler
  }
  return async ({ incoming, outgoing, path, injected }) => {
    const found = functionAddress(path, modules)
    if (found === undefined) return replyJson(outgoing, 404, { message: 'There is no function of that name.' })
    const loaded = handlers.get(found.name) ?? load(found.name)
    handlers.set(found.name, loaded)
    try {
      const handler = await loaded
      if (handler === undefined) throw new Error('it serves nothing: Deno.serve was not called')
      const query = queryTextOf(incoming.url ?? '')
      const target = query === '' ? found.path : `${found.path}?${query}`
      await callFunction({ handler, incoming, outgoing, target, injected })
    } catch (error) {
      fail(outgoing, error)
    }
  }
}

/** After its response has begun, all that can be said is that it ends too early. */
function fail(outgoing: ServerResponse, error: unknown): void {
  if (outgoing.headersSent) return void outgoing.destroy()
  replyJson(outgoing, 500, {
    message: `The function failed: ${error instanceof Error ? error.message : String(error)}`,
  })
}
