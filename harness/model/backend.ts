/**
 * What a caller needs to know of a backend that is ready to be judged: plain data, for whoever takes the caller's seat
 * or stands behind its functions. Tokens and the key are secrets: they are never printed, and no report holds them.
 */
export interface BackendAccess {
  /** `http(s)://host[:port][/prefix]`, without a slash at its end. */
  readonly url: string
  readonly appId: string
  /** Test users that are signed in, by role. */
  readonly users: Readonly<Record<string, readonly SignedIn[]>>
  /** Acts as the service role; left out: the backend hands none out, and what needs one does not apply. */
  readonly serviceToken?: string
  /** Where the fixture functions look for the desk. */
  readonly desk: DeskAddress
  /** Shared by the run and the fixture functions: whoever signs with it is one of them. */
  readonly key: string
  /** Of the run: every record that it creates carries it, and nothing else is removed. */
  readonly runId?: string
  /** PEM of an authority that this backend's certificate is signed by, besides the usual ones. */
  readonly ca?: string
  /** `http://host:port` of a proxy that stands before it. */
  readonly proxy?: string
  /** At most so many requests a second. */
  readonly rate?: number
  /** Of one that was started here, from a folder that is its own. */
  readonly local?: LocalProject
}

/** What a developer has of a backend that runs on their machine: a project to change, and a terminal to read. */
export interface LocalProject {
  /** The folder that holds `base44/`. */
  readonly project: string
  /** File to which everything is written that it prints, as it comes. */
  readonly output: string
  /** Pattern of the line by which it says that it has seen a change. */
  readonly noticed: string
}

/** A test user of a backend. */
export interface SignedIn {
  readonly id: string
  readonly email: string
  readonly token: string
  /** Left out: only the token is known, and what signs in by hand does not apply. */
  readonly password?: string
}

export interface DeskAddress {
  readonly host: string
  readonly port: number
}

/** What is wrong with a backend before anything is judged: one sentence, and what to do. */
export interface NotReady {
  readonly problem: 'not-reached' | 'not-deployed' | 'other-revision' | 'desk-unreachable' | 'key-differs'
  readonly message: string
}

/** A request that a backend was about to hand to another host: it was refused, and is evidence. */
export interface Forwarded {
  readonly method: string
  /** The host it was meant for. */
  readonly host: string
  readonly target: string
}
/** Carried by the answer to a request that the guard of a backend refused: `METHOD https://host/target`. */
export const refusedHeader = 'x-conformance-refused'

/** Revision of the fixture app: fixture functions tell it, and a run compares it with its own. */
export const fixtureRevision = 1
export const defaultDesk: DeskAddress = { host: '127.0.0.1', port: 4499 }
