/** As much of Deno as the files that it runs for the emulator use. */
export interface DenoNamespace {
  serve: (options: ServeOptions, handler: Handler) => unknown
  readonly stdout: { readonly writeSync: (bytes: Uint8Array) => number }
  readonly stdin: { readonly read: (into: Uint8Array) => Promise<number | null> }
  readonly env: { readonly get: (name: string) => string | undefined; readonly delete: (name: string) => void }
  readonly pid: number
  readonly kill: (pid: number, signal: 'SIGKILL') => void
}

export type Handler = (request: Request, info?: unknown) => Response | Promise<Response>

export interface ServeOptions {
  readonly handler?: Handler
  readonly onListen?: (address: { readonly port: number }) => void
  readonly onError?: (error: unknown) => Response | Promise<Response>
  readonly signal?: AbortSignal
}
