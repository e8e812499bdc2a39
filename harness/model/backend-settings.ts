/**
 * What is known of a backend at an address before it is asked: from a configuration, from the environment, or from what
 * it says of itself. Everything may be missing. Tokens, passwords and the key are secrets.
 */
export interface BackendSettings {
  readonly appId?: string | undefined
  /** Test users by role. */
  readonly users?: Readonly<Record<string, readonly UserSettings[]>> | undefined
  readonly serviceToken?: string | undefined
  /** Where the fixture functions look for the desk: `http://host:port`. */
  readonly desk?: string | undefined
  readonly key?: string | undefined
  /** File with the certificate (PEM) of an authority that is not among the usual ones. */
  readonly ca?: string | undefined
  /** `http://host:port` */
  readonly proxy?: string | undefined
  /** At most so many requests a second. */
  readonly rate?: number | undefined
  /** Profiles that it claims to implement; left out: whatever is asked. */
  readonly claims?: readonly string[] | undefined
}

/** A test user: signed in by its token, or by e-mail and password; the rest the backend tells. */
export interface UserSettings {
  readonly id?: string | undefined
  readonly email?: string | undefined
  readonly token?: string | undefined
  readonly password?: string | undefined
}
