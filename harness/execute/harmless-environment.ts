/** Of a user's environment what holds no credentials: functions could read all that they are handed. */
export function harmlessEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const named = Object.entries(environment).filter((one): one is [string, string] => {
    const [name, value] = one
    return value !== undefined && harmless.test(name) && !hasLogin(value)
  })
  return Object.fromEntries(named)
}

const harmless =
  /^(LANG|LANGUAGE|LC_[A-Z]+|TZ|NPM_CONFIG_REGISTRY|SystemRoot|windir|ComSpec|PATHEXT|NUMBER_OF_PROCESSORS)$/i

/** `https://user:password@registry`. */
function hasLogin(value: string): boolean {
  return /\/\/[^/]*@/.test(value)
}
