/** Names of environment variables whose values are nobody's business. */
const telling = /TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIAL|AUTH/i

/** Values of the environment that must never be written. */
export function secretsIn(environment: NodeJS.ProcessEnv): string[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && telling.test(name) ? [value] : [],
  )
}
