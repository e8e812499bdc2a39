import net from 'node:net'

/** 127.0.0.0/8, ::1 and the names that RFC 6761 reserves for them. */
export function isLoopback(host: string): boolean {
  const bare = host
    .replace(/^\[|\]$/g, '')
    .replace(/^::ffff:/i, '')
    .toLowerCase()
  return (
    bare === '::1' ||
    bare === 'localhost' ||
    bare.endsWith('.localhost') ||
    (net.isIPv4(bare) && bare.startsWith('127.'))
  )
}
