import { isLoopback } from '../../is-loopback.ts'
import { SubjectError } from '../../subjects/subject-error.ts'

/** A backend's address, as far as it can be told without asking it. */
export interface Address {
  /** `http(s)://host[:port][/prefix]`, without a slash at its end. */
  readonly url: string
  /** `host[:port]`, as it stands in the address. */
  readonly host: string
  readonly isLoopback: boolean
}

const wanted = 'http(s)://host[:port][/prefix], such as http://localhost:3000'

/** What stands behind `--backend http…`; of one that is refused nothing is repeated that may be a secret. */
export function readAddress(spec: string): Address {
  const text = spec.trim()
  if (!/^https?:\/\//i.test(text)) throw new SubjectError(withoutScheme(text))
  const address = URL.parse(text)
  if (address === null) throw wrong(text, 'it is no address')
  const { protocol, host, hostname, username, password, search, hash, pathname } = address
  if (username !== '' || password !== '') {
    throw new SubjectError(
      `read --backend ${protocol}//…@${host}: a name or a password stands in the address, where every report would show it. Write the address without it.`,
    )
  }
  if (search !== '' || hash !== '') throw wrong(`${protocol}//${host}${pathname}…`, 'it goes on behind the path')
  return { url: `${protocol}//${host}${pathname.replace(/\/+$/, '')}`, host, isLoopback: isLoopback(hostname) }
}

function wrong(seen: string, why: string): SubjectError {
  return new SubjectError(`read --backend ${seen}: ${why}. Write ${wanted}.`)
}

function withoutScheme(text: string): string {
  const scheme = /^([a-z][\w+.-]*):\/\//i.exec(text)?.[1]
  if (scheme !== undefined) return `read --backend ${scheme}://…: only http and https are spoken. Write ${wanted}.`
  if (text.includes('@')) return `read --backend …: it is no address. Write ${wanted}.`
  return `read --backend ${text}: it is no address. Write ${wanted}.`
}
