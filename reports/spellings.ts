/** The ways in which a secret may stand in a request, a URL, JSON, a form or a header. */
export function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8')
  const base64 = bytes.toString('base64')
  const encoded = [base64, base64.replace(/=+$/, ''), bytes.toString('base64url')]
  if (/^[\w.-]+$/.test(secret)) return [secret, ...encoded]
  const percent = percentEncoded(secret)
  return [
    ...new Set([
      secret,
      JSON.stringify(secret).slice(1, -1),
      percent,
      percent.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
      new URLSearchParams([['', secret]]).toString().slice(1),
      bytes.toString('latin1'),
      ...encoded,
    ]),
  ]
}

/** `encodeURIComponent`, which throws on a lone surrogate. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
