/**
 * What stood in the way of an answer, in a sentence that says what to do. What is no failure of the network passes
 * through: being told to stop, and mistakes of our own.
 */
export function whyNotReached(error: unknown): string {
  const { code, name, message = '', proxy } = error as Partial<NodeJS.ErrnoException> & { proxy?: boolean }
  if (typeof code !== 'string' || name === 'AbortError') throw error
  const [, words] = causes.find(([sign]) => sign.test(code)) ?? []
  const said = words ?? `${message || code}. Check the address.`
  return proxy === true ? `its proxy cannot be reached: ${said}` : said
}

const causes: readonly (readonly [sign: RegExp, words: string])[] = [
  [/^ECONNREFUSED$/, 'nothing listens there. Start it, or check the port.'],
  [/^(ENOTFOUND|EAI_)/, 'there is no host of that name. Check the name and the network.'],
  [/^(ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ECONNABORTED)$/, 'no way leads there. Check the network, or name its proxy.'],
  [/^(ECONNRESET|EPIPE)$/, 'it hung up without an answer. Look into its log.'],
  [/^(HPE_|ERR_INVALID_HTTP)/, 'what listens there speaks no HTTP. Is it https:// that is meant?'],
  [/^(EPROTO|ERR_SSL_)/, 'what listens there speaks no TLS that is known here. Is it http:// that is meant?'],
  [
    /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/,
    'its certificate is signed by an authority that is not known here. Name the file of that authority: `ca`, or CONFORMANCE_CA.',
  ],
  [/ALTNAME_INVALID/, 'its certificate is for another name. Use the name that it is for.'],
  [/CERT_(HAS_EXPIRED|NOT_YET_VALID)/, 'its certificate is not valid today. Renew it.'],
  [/^ERR_INVALID_CHAR$/, 'a token holds what no header can hold. Check the tokens.'],
  [/^PROXY_REFUSED$/, 'its proxy lets nobody through. Check the address of the proxy, with its name and password.'],
  [/^TOO_SLOW$/, 'it gave no whole answer within half a minute. Look into its log.'],
  [/^TOO_LARGE$/, 'it answered with more than is read. Is it the right address?'],
]
