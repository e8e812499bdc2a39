import { UsageError } from '../usage-error.ts'

/** `NAME=value`, or `NAME` for one of the surroundings: what is typed as a command is kept in many places. */
export function secretsOf(named: readonly string[], environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  return Object.fromEntries(named.map((one) => secretOf(one, environment)))
}

function secretOf(one: string, environment: NodeJS.ProcessEnv): [string, string] {
  const [, name, rest = ''] = /^([A-Za-z_]\w*)(=.*)?$/s.exec(one) ?? []
  if (name === undefined) {
    throw new UsageError('read --secret: wanted NAME=value, or NAME for what the environment has under that name.')
  }
  const value = rest === '' ? environment[name] : rest.slice(1)
  if (value !== undefined) return [name, value]
  throw new UsageError(
    `read --secret ${name}: the environment has nothing of that name. Set it there, or write --secret ${name}=value.`,
  )
}
