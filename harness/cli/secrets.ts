import type { Config } from '../config/config.ts'
import type { BackendAccess } from '../model/backend.ts'
import type { BackendSettings } from '../model/backend-settings.ts'

/** Names of environment variables whose values are nobody's business. */
const telling = /^CONFORMANCE_KEY$|TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIAL|AUTH/i

/** Values of the environment that must never be written. */
export function secretsIn(environment: NodeJS.ProcessEnv): string[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && telling.test(name) ? [value] : [],
  )
}

/** What a run knows of a backend and must never write; the tokens of test users are `tokensOf`. */
export function secretsOfBackend({ key, serviceToken, proxy, users }: BackendAccess): string[] {
  const { username = '', password = '' } = proxy === undefined ? {} : new URL(proxy)
  const login = [username, password].map(decodeURIComponent)
  const passwords = Object.values(users).flatMap((list) => list.map((user) => user.password ?? ''))
  return [key, serviceToken ?? '', ...passwords, ...login, btoa(login.join(':'))].filter(
    (text) => text !== '' && text !== btoa(':'),
  )
}

/** Tokens that go over the wire → whose they are, by which reports name them. */
export function tokensOf({ users, serviceToken }: BackendAccess): Map<string, string> {
  const named = Object.entries(users).flatMap(([role, list]) =>
    list.map(({ token }, index): [string, string] => [token, `${role} ${index + 1}`]),
  )
  return new Map([...named, ...(serviceToken === undefined ? [] : [[serviceToken, 'service role'] as const])])
}

/** What a configuration says of backends and must never be written: what a server says back may hold it. */
export function secretsInConfig({ backends = {} }: Config): string[] {
  return Object.values(backends).flatMap(({ key, serviceToken, users = {} }: BackendSettings) => {
    const ofUsers = Object.values(users).flatMap((list) => list.flatMap(({ token, password }) => [token, password]))
    return [key, serviceToken, ...ofUsers].filter((text) => text !== undefined)
  })
}
