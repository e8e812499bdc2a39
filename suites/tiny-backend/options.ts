/** What a tiny backend is given; plain data, because it goes to another thread. */
export interface TinyBackendOptions {
  /** The folder of an app's functions; beside it may lie `entities`, with a schema each. */
  readonly functions: string
  /** Where the fixture functions find the desk. */
  readonly deskUrl: string
  /** Shared by the fixture functions and the run. */
  readonly key: string
  /** 0 or left out: any that is free. */
  readonly port?: number
  /** Further environment of the functions. */
  readonly secrets?: Readonly<Record<string, string>>
}
