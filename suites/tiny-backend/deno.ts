/** What a function serves requests with. */
export type Handler = (request: Request) => Response | Promise<Response>

let serving: Handler | undefined

/** As much of Deno as functions are promised: `Deno.serve` and `Deno.env`. */
export function installDeno(environment: Readonly<Record<string, string>>): void {
  const env = {
    get: (name: string): string | undefined => environment[name],
    has: (name: string): boolean => Object.hasOwn(environment, name),
    toObject: (): Record<string, string> => ({ ...environment }),
  }
  Object.assign(globalThis, { Deno: { serve, env } })
}

/** What the module serves requests with, once it is loaded. One module at a time: whoever serves is the one that loads. */
export async function handlerOf(load: () => Promise<unknown>): Promise<Handler | undefined> {
  serving = undefined
  await load()
  return serving
}

/** `serve(handler)`, `serve(options, handler)`, `serve({ handler })`. */
function serve(...args: readonly unknown[]): unknown {
  const found = args.flatMap((one) => [one, (one as { handler?: unknown } | undefined)?.handler])
  serving = found.find((one): one is Handler => typeof one === 'function')
  return { finished: new Promise(() => {}), shutdown: async () => {} }
}
