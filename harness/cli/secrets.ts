import type { Subject } from '../model/subject.ts'

/** Names of environment variables whose values are nobody's business. */
const telling = /TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIAL|AUTH/i

/** Values of the environment that must never be written. */
export function secretsIn(environment: NodeJS.ProcessEnv): string[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && telling.test(name) ? [value] : [],
  )
}

/** What a run knows of a backend and nobody else should. */
export function secretsOf(subject: Subject): string[] {
  return subject.kind === 'backend' ? [subject.access.key] : []
}

/** Tokens of a backend's users → whose they are, as a report shows them. */
export function tokensOf(subject: Subject): [token: string, whose: string][] {
  if (subject.kind !== 'backend') return []
  const { users, serviceToken } = subject.access
  const named = Object.entries(users).flatMap(([role, list]) =>
    list.map(({ token }, index): [string, string] => [token, `${role}-${index + 1}`]),
  )
  return serviceToken === undefined ? named : [...named, [serviceToken, 'service']]
}
