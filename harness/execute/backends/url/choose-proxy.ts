import { isLoopback } from '../../is-loopback.ts'
import { SubjectError } from '../../subjects/subject-error.ts'
import type { Address } from './read-address.ts'

/**
 * The proxy in front of an address: the one of the configuration; else, where the address is not this machine, the one
 * that the environment names for its scheme, as curl reads it.
 */
export function chooseProxy({
  address,
  configured,
  environment,
}: {
  address: Address
  configured: string | undefined
  environment: NodeJS.ProcessEnv
}): string | undefined {
  if (configured !== undefined) return reaching(address, checked(configured, '`proxy` of the configuration'))
  if (address.isLoopback || isExempt(address, variable(environment, 'NO_PROXY')?.value)) return undefined
  const named = variable(environment, address.url.startsWith('https:') ? 'HTTPS_PROXY' : 'HTTP_PROXY')
  return named === undefined ? undefined : checked(named.value, named.name)
}

/** Both spellings are in use. */
function variable(environment: NodeJS.ProcessEnv, name: string): { name: string; value: string } | undefined {
  const found = [name.toLowerCase(), name].find((each) => (environment[each] ?? '') !== '')
  return found === undefined ? undefined : { name: found, value: environment[found] as string }
}

/** `NO_PROXY=internal.example,.corp,10.0.0.1:8080,*`: a host and what is below it, with or without its port. */
function isExempt({ url, host }: Address, list: string = ''): boolean {
  const { hostname } = new URL(url)
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '') return false
    if (entry === '*') return true
    const bare = entry.replace(/^\*?\./, '').toLowerCase()
    return host === bare || hostname === bare || hostname.endsWith(`.${bare}`)
  })
}

/** Elsewhere `localhost` is another machine, on which nobody allowed anything. */
function reaching({ url, isLoopback: isHere }: Address, proxy: string): string {
  if (!isHere || isLoopback(new URL(proxy).hostname)) return proxy
  throw new SubjectError(
    `read the proxy in \`proxy\` of the configuration: it would look for ${url} on its own machine. Leave it out, or name the backend by its own host.`,
  )
}

/** Its password is nobody's business: the address is not repeated. */
function checked(text: string, where: string): string {
  const address = URL.parse(text.includes('://') ? text : `http://${text}`)
  if (address === null || address.protocol !== 'http:' || address.pathname !== '/') {
    throw new SubjectError(`read the proxy in ${where}: it is none that is known here. Write http://host:port.`)
  }
  return address.href.replace(/\/$/, '')
}
