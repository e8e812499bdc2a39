import { isIPv4 } from 'node:net'

/** 127.0.0.0/8, ::1 and the names that RFC 6761 reserves for them; `host` as it stands in an address. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  const names = bare === 'localhost' || bare.endsWith('.localhost')
  return names || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'))
}
